import type { INodeProperties } from 'n8n-workflow';

/** `invoice_currencycode` (`huahan.md` 4.1). */
export const currency: INodeProperties = {
  displayName: 'Currency',
  name: 'invoiceCurrencycode',
  type: 'options',
  options: [
    { name: 'Australian Dollar', value: 'AUD', description: '澳元' },
    { name: 'Canadian Dollar', value: 'CAD', description: '加元' },
    { name: 'Euro', value: 'EUR', description: '欧元' },
    { name: 'Hong Kong Dollar', value: 'HKD', description: '港币' },
    { name: 'Mexican Peso', value: 'MXN', description: '墨西哥元' },
    { name: 'Pound Sterling', value: 'GBP', description: '英镑' },
    { name: 'Renminbi', value: 'RMB', description: '人民币 (RMB here, not CNY)' },
    { name: 'Russian Rouble', value: 'RUB', description: '俄罗斯卢布' },
    { name: 'Singapore Dollar', value: 'SGD', description: '新加坡元' },
    { name: 'US Dollar', value: 'USD', description: '美元' },
  ],
  default: 'USD',
  description: 'Currency of the declared value (申报币种)',
};
