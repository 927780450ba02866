export { CARRIER, DISPLAY_NAME } from './account';
export { CAPABILITIES } from './capabilities';
export * from './integration';
export * from './portal';
