import { ECCANG } from '../../carriers/eccang';
import { familyResources } from '#nodes/eccangFamily/resources';

export const resources = familyResources(ECCANG);
