/** Under this name the engine tests find what `eccang/wire` has for them. */
export { enveloped, paramsOf } from './eccang/wire';
