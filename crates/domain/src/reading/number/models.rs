//! Names that numbers belong to: of cars, phones and machines.

use super::super::figures::Figure;
use super::super::list::List;
use super::super::money;

/// Makes and models after which a small number is part of the name, folded.
static MAKES: List = List::new(
    "peugeot renault citroen dacia fiat seat skoda audi bmw mercedes volkswagen vw opel ford mazda \
    volvo toyota honda nissan hyundai kia alfa romeo jeep chevrolet cadillac suzuki mitsubishi subaru dodge lexus jaguar \
    smart cupra byd porsche ferrari lancia tesla saab rover \
    clio megane twingo golf polo passat ibiza leon corsa astra focus fiesta panda punto serie \
    series reihe klasse iphone ipad galaxy pixel redmi xiaomi oneplus huawei airpods playstation \
    ps xbox windows gopro rtx gtx ryzen thermomix vespa yamaha ducati ktm boeing airbus",
);

/// Whether a bare figure belongs to the name right before it (`une peugeot 208`, `iphone 15`).
/// Names hold up to three digits, Peugeot's also four; a year or a price has more.
pub(super) fn is_model(text: &str, figure: &Figure) -> bool {
    let digits = &text[figure.range.clone()];
    let short = digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.len() <= 3 || digits.len() == 4 && digits.ends_with("008"));
    if !short || figure.is_scaled() {
        return false;
    }
    // `COVID-19`, `BMW-320`
    let before = &text[..figure.range.start];
    let compound = before.strip_suffix(['-', '\u{2011}']);
    if compound.is_some_and(|name| name.ends_with(char::is_alphabetic)) {
        return !money::beside(text, &figure.range);
    }
    let before = before.trim_end_matches([' ', '\u{a0}']);
    let start = before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let name = before[start..].to_ascii_lowercase();
    MAKES.has(&name)
}
