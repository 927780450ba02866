import type { Product } from './product';

/** All amounts in RMB, weights in kilograms. */
export interface Charges {
  chargeWeight: number;
  freight: number;
  fuel: number;
  registration: number;
  other: number;
  total: number;
  formula: string;
}

/** Charges by the greater of actual and volumetric weight. `cubicCentimetres` 0: the size is not known. */
export function chargesFor(product: Product, weight: number, cubicCentimetres = 0): Charges {
  const chargeWeight = Math.max(weight, roundTo(3, cubicCentimetres / product.volumetricDivisor));
  const freight = roundTo(2, product.pricePerKg * chargeWeight);
  const fuel = 0;
  const other = 0;
  return {
    chargeWeight,
    freight,
    fuel,
    registration: product.registration,
    other,
    total: roundTo(2, freight + fuel + product.registration + other),
    formula: `(${product.pricePerKg.toFixed(2)} * ${chargeWeight.toFixed(3)}) * 1.000`,
  };
}

function roundTo(decimals: number, value: number): number {
  return Number(value.toFixed(decimals));
}
