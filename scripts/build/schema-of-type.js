const ts = require('typescript');

/** In this order where a value may be of several: the editor shows the first. */
const KINDS = ['string', 'number', 'boolean', 'object', 'array', 'null'];

/**
 * A type of TypeScript as JSON Schema, in the part of it that n8n's editor shows: all written out in its place, without
 * references and alternatives, with the kind of each value. Whatever else an object may not hold is refused.
 * @param place for errors
 * @throws Error for a type that cannot be told so
 */
function schemaOf(program, type, place) {
  return new Reader(program).schema(type, place, []);
}

class Reader {
  constructor(program) {
    this.checker = program.getTypeChecker();
    this.files = new Map(program.getSourceFiles().map((file, index) => [file, index]));
  }

  schema(type, place, within) {
    if (within.includes(type)) throw new Error(`${place} holds itself`);
    const parts = (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    return merged(
      parts.map((part) => this.part(part, place, [...within, type])),
      place,
    );
  }

  part(type, place, within) {
    const { flags } = type;
    if (flags & ts.TypeFlags.Unknown) return { kinds: [] };
    if (flags & ts.TypeFlags.StringLiteral) return { kinds: ['string'], values: [type.value] };
    if (flags & ts.TypeFlags.NumberLiteral) return { kinds: ['number'], values: [type.value] };
    if (flags & ts.TypeFlags.BooleanLiteral) return { kinds: ['boolean'], values: [type.intrinsicName === 'true'] };
    if (flags & ts.TypeFlags.String) return { kinds: ['string'] };
    if (flags & ts.TypeFlags.Number) return { kinds: ['number'] };
    if (flags & ts.TypeFlags.Null) return { kinds: ['null'] };
    if (flags & ts.TypeFlags.NonPrimitive) return { kinds: ['object', 'array'] };
    if (this.checker.isArrayType(type)) {
      const [entry] = this.checker.getTypeArguments(type);
      return { kinds: ['array'], held: { items: this.schema(entry, `${place}[]`, within) } };
    }
    const isData = type.getCallSignatures().length === 0;
    if (isData && flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.object(type, place, within);
    throw new Error(`${place} is ${this.checker.typeToString(type)}, which is no value of JSON that can be told`);
  }

  object(type, place, within) {
    const declared = this.checker.getPropertiesOfType(type);
    const unknown = declared.find(({ declarations }) => declarations === undefined);
    if (unknown) throw new Error(`${place}.${unknown.name} is declared nowhere: npm run types tells more`);
    const properties = [...declared].sort((one, other) => this.order(one, other));
    const isOpen = this.checker.getIndexInfosOfType(type).length > 0;
    const schemas = properties.map((property) => [
      property.name,
      {
        ...this.schema(this.checker.getTypeOfSymbol(property), `${place}.${property.name}`, within),
        ...this.description(property),
      },
    ]);
    const required = properties.filter((property) => !this.mayBeMissing(property)).map(({ name }) => name);
    const held = {
      ...(schemas.length > 0 ? { properties: Object.fromEntries(schemas) } : {}),
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: isOpen,
    };
    return { kinds: ['object'], held };
  }

  /** In JSON what is undefined is not there. */
  mayBeMissing(property) {
    const type = this.checker.getTypeOfSymbol(property);
    const mayBeUndefined = (type.isUnion() ? type.types : [type]).some(({ flags }) => flags & ts.TypeFlags.Undefined);
    return mayBeUndefined || (property.flags & ts.SymbolFlags.Optional) !== 0;
  }

  /** Files come after those that they import, so what all outputs have stands first. */
  order(one, other) {
    const [[file, at], [otherFile, otherAt]] = [one, other].map(({ declarations: [first] }) => [
      this.files.get(first.getSourceFile()),
      first.pos,
    ]);
    return file - otherFile || at - otherAt;
  }

  /** Without the sources in our references. */
  description(property) {
    const text = ts.displayPartsToString(property.getDocumentationComment(this.checker));
    const description = text.replace(/\s*\(`[\w-]+\.md`[^)]*\)/g, '').replace(/\s+/g, ' ');
    return description === '' ? {} : { description };
  }
}

/** One schema of what a value may be. */
function merged(parts, place) {
  const [first, second] = parts.flatMap(({ held }) => held ?? []);
  if (second) throw new Error(`${place} is one of several objects or lists, of which the editor shows none`);
  const kinds = KINDS.filter((kind) => parts.some((part) => part.kinds.includes(kind)));
  const values = parts.flatMap((part) => part.values ?? []);
  const isBoolean = values.includes(true) && values.includes(false);
  const isListed = values.length > 0 && !isBoolean && parts.every((part) => part.values);
  return {
    ...(kinds.length > 0 ? { type: kinds.length === 1 ? kinds[0] : kinds } : {}),
    ...(isListed ? { enum: values } : {}),
    ...first,
  };
}

module.exports = { schemaOf };
