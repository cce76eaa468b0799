//! Language codes, compared.

/// A language code in one spelling: `fr-fr` for `fr_FR`.
pub(crate) fn canonical(code: &str) -> String {
    code.trim().replace('_', "-").to_lowercase()
}

/// The language itself: `fr` of `fr-CH`.
pub(crate) fn primary(code: &str) -> String {
    canonical(code).split('-').next().unwrap_or_default().to_owned()
}

/// Whether a text under `code` is one in the set's own language. In a set in `fr-CH`, `fr` is;
/// in a set in `fr`, `fr-CH` is a variant.
pub(crate) fn is_own(set: Option<&str>, code: &str) -> bool {
    let code = canonical(code);
    set.is_some_and(|set| code == canonical(set) || code == primary(set))
}
