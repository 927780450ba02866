/** What people paste into a field, and how it goes out. What may be meant as it stands stays as it is. */
export interface Fold {
  to: (text: string) => string;
  /** What was done, after the name of the field. */
  told: string;
}

/** A number that the carrier gave, such as a tracking number: there is no blank in it. */
export const CARRIER_NUMBER: Fold = {
  to: (text) => {
    const joined = narrow(text).replace(/\s+/g, '');
    return /^[A-Z0-9-]+$/i.test(joined) ? joined : visible(text);
  },
  told: 'was sent without the blanks and hidden characters that were pasted with it, and with plain letters, digits and hyphens',
};

/** A number of the user's own: blanks inside and letters of any width may be part of it. */
export const OWN_NUMBER: Fold = {
  to: visible,
  told: 'was sent without the hidden characters that were pasted with it',
};

/**
 * A number of the carrier's or the user's own. Blanks inside are left out of what can only be a tracking number: of the
 * post (UPU S10, RR123456785CN) or of 18 digits or more.
 */
export const ANY_NUMBER: Fold = {
  to: (text) => {
    const joined = CARRIER_NUMBER.to(text);
    return /^([A-Z]{2}\d{9}[A-Z]{2}|\d{18,})$/i.test(joined) || joined === narrow(text) ? joined : visible(text);
  },
  told: CARRIER_NUMBER.told,
};

/** Two letters of ISO 3166-1; three letters stay three, names stay as they are. */
export const COUNTRY: Fold = {
  to: (text) => {
    const code = narrow(text);
    if (!/^[A-Z]{2,3}$/i.test(code)) return text;
    const capitals = code.toUpperCase();
    return capitals === 'UK' ? 'GB' : capitals;
  },
  told: 'was sent as ISO 3166-1 writes it: in capitals, and GB for UK',
};

/** Three letters of ISO 4217. */
export const CURRENCY: Fold = {
  to: (text) => (/^[A-Z]{3}$/i.test(narrow(text)) ? narrow(text).toUpperCase() : text),
  told: 'was sent in capitals, as ISO 4217 writes it',
};

/** `〒530 0001` and `５３０－０００１` are 530-0001. */
export const JAPANESE_POSTCODE: Fold = {
  to: (text) => {
    const digits = narrow(text).replace(/^〒/, '').replace(/[\s-]/g, '');
    return /^\d{7}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : text;
  },
  told: 'was sent in the form NNN-NNNN',
};

/** 10 or 11 digits that start with 0; +81 stands for that 0. */
export const JAPANESE_PHONE: Fold = {
  to: (text) => {
    const digits = narrow(text)
      .replace(/[\s().-]/g, '')
      .replace(/^\+810?/, '0');
    return /^0\d{9,10}$/.test(digits) ? digits : text;
  },
  told: 'was sent as digits alone',
};

/** A telephone number of no stated form. */
export const PHONE: Fold = { to: narrow, told: 'was sent in plain digits, without hidden characters' };

/** @returns the text as it goes out, and whether that is another than without the blanks around it */
export function folded(text: string, { to }: Fold): { text: string; changed: boolean } {
  const sent = to(text);
  return { text: sent, changed: sent !== text && sent !== text.trim() };
}

/** Soft hyphens, joiners, marks of direction and of byte order: nobody sees them, and nobody finds the number with them. */
function visible(text: string): string {
  return text.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '').trim();
}

/** Letters, digits and hyphens of East Asian keyboards as those of ASCII; text with other letters as it is. */
function narrow(text: string): string {
  const plain = visible(text)
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\u2500\u30FC\uFF70]/g, '-')
    .replace(/\s/g, ' ');
  return /^〒?[\x20-\x7E]*$/.test(plain) ? plain : visible(text);
}
