import { choice, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

/** Both in one client only (`eccang.md` 3.16). */
export const lang = field('lang', choice('Language', 'Language of the events, where the carrier knows the setting (lang)', { "Carrier's Default": '', Chinese: 'CN', English: 'EN' }, { initial: '' }));

export const type = field('type', text('Type', 'Sent as it is, where the carrier knows the setting; its values are not documented: ask the carrier (type)'));
