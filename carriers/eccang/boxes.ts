import { withoutNoise } from '#carriers/shared/exact-numbers';
import { isObject, listOf, opened, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Dimensions, type Parcel, type ParcelPiece } from '#carriers/shared/parcel';
import { Told } from '#carriers/shared/told';

export type Measures = Pick<Parcel, 'dimensionsCm' | 'measuredWeightKg' | 'measuredDimensionsCm' | 'parcels'>;

/**
 * What getOrder tells of sizes and boxes (`eccang.md` 3.8). `volume` is measured at check-in and again at check-out;
 * `Volume` is what createOrder calls the declared boxes (6). Sizes also stand at the order: `dimensionsCm` has these, or
 * those of the only box.
 */
export function measuresOf(order: Told): Measures {
  const measured = listOf(order.value('volume'));
  const isMeasured = measured.length > 0;
  const boxes = isMeasured ? measured : listOf(order.value('Volume'));
  const parcels = boxes.map((box) => pieceOf(box, isMeasured));
  const [only = {}, ...others] = parcels;
  const { measuredDimensionsCm } = others.length === 0 ? only : {};
  const own = sizesOf(order);
  const ofOnly = others.length === 0 ? (only.dimensionsCm ?? only.measuredDimensionsCm) : undefined;
  return present<Measures>({
    dimensionsCm: Object.keys(own).length > 0 ? own : ofOnly,
    measuredWeightKg: sumOf(parcels.map(({ measuredWeightKg }) => measuredWeightKg)),
    measuredDimensionsCm,
    parcels: parcels.filter((piece) => Object.keys(piece).length > 0),
  });
}

function pieceOf(box: JsonObject, isMeasured: boolean): ParcelPiece {
  const told = new Told(box);
  const sizes = sizesOf(told);
  return present<ParcelPiece>({
    number: told.text('box_no', 'box_number'),
    trackingNumber: told.text('child_track_number'),
    fbaNumber: told.text('fba_number'),
    weightKg: told.measure('weight'),
    dimensionsCm: isMeasured ? undefined : sizes,
    measuredWeightKg: told.measure('grossweight'),
    measuredDimensionsCm: isMeasured ? sizes : undefined,
    details: told.details(),
  });
}

function sizesOf(told: Told): Dimensions {
  return present<Dimensions>({
    length: told.measure('length'),
    width: told.measure('width'),
    height: told.measure('height'),
  });
}

/** Of an order whose boxes were all weighed. */
function sumOf(weights: readonly (number | undefined)[]): number | undefined {
  if (weights.length === 0 || weights.includes(undefined)) return undefined;
  return withoutNoise(weights.reduce<number>((sum, weight = 0) => sum + weight, 0));
}

/**
 * `trackingnumberlist` (`eccang.md` 3.3): for each box its tracking number, or several.
 * @returns undefined for what is none
 */
export function numberedBoxes(list: unknown): ParcelPiece[] | undefined {
  const held = opened(list);
  if (typeof held !== 'object' || held === null) return undefined;
  const boxes = Object.entries(held).map(([number, each]): ParcelPiece[] | undefined => {
    const numbers = [opened(each)].flat();
    if (numbers.some((one) => textOf(one) === undefined)) return undefined;
    return numbers.map((one) =>
      present<ParcelPiece>({ number: isObject(held) ? number : undefined, trackingNumber: textOf(one) }),
    );
  });
  return boxes.some((box) => box === undefined) ? undefined : boxes.flatMap((box) => box ?? []);
}
