/** Languages that replies can be read in, and more that questions can be asked in. */
export const SET_LANGUAGES = ["fr", "en", "de", "es", "it"] as const;
export const OTHER_LANGUAGES = [
  ...SET_LANGUAGES,
  ..."ar bg ca cs da el et eu fi ga gl he hr hu ja ko lt lv mt nl no pl pt ro ru sk sl sr sv tr uk zh".split(
    " ",
  ),
];

export const REGIONS: readonly string[] =
  "AD AE AR AT AU BE BG BR CA CH CL CO CY CZ DE DK DZ EE ES FI FR GB GF GP GR HK HR HU IE IL IN IS IT JP KR LI LT LU LV MA MC MQ MT MX NC NL NO NZ PE PF PL PT RE RO RS SE SG SI SK SM SN TN TR UA US YT ZA".split(
    " ",
  );

export const CURRENCIES: readonly string[] =
  "AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF INR JPY MAD MXN NOK NZD PLN RON SEK SGD TND TRY USD XOF XPF ZAR".split(
    " ",
  );

/** Names codes in a language, and leaves alone what is no code. */
export function codeName(locale: string, type: Intl.DisplayNamesType) {
  const names = new Intl.DisplayNames([locale], { type, fallback: "code" });
  return (code: string): string => {
    try {
      const name = names.of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
    } catch {
      return code;
    }
  };
}
