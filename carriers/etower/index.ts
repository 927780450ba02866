export { CARRIER, DISPLAY_NAME } from './base-url';
export * from './integration';
export * from './portal';
