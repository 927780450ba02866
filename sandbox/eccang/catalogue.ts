import type { Deployment } from './deployment';
import type { Product } from './product';
import { extraServices, type ExtraService } from './products';

export function findProduct(deployment: Deployment, asked: string): Product | undefined {
  const code = deployment.creation.upperCases ? asked.toUpperCase() : asked;
  return deployment.products.find(
    (product) => product.code === code || (deployment.creation.takesProductNames && product.chinese === asked),
  );
}

/** Fields of createOrder that a product asks for to a destination ('' = any). */
export function requiredFields(deployment: Deployment, product: Product, country: string): readonly string[] {
  const general = product.requiredFields ?? deployment.creation.requiredFields;
  return [...new Set([...general, ...(product.requiredByCountry?.[country] ?? [])])];
}

export function extraServicesFor(product: Product, country: string): ExtraService[] {
  return extraServices.filter(
    ({ products, countries }) =>
      (products === undefined || products.includes(product.code)) &&
      (countries === undefined || countries.includes(country)),
  );
}
