export { CARRIER, DISPLAY_NAME } from './account';
export * from './integration';
export * from './portal';
