import type { INodeProperties } from 'n8n-workflow';
import { ORDER } from '../../../carriers/eccang';
import { RequestForm } from '#nodes/shared/form/request-form';
import { open } from '#nodes/shared/form/places';

/** Product and destination, as an order has them, for operations that ask for nothing else. */
export const productAndCountry: INodeProperties[] = new RequestForm(ORDER.only('shipping_method', 'country_code'), [open()]).properties;
