//! How much to trust an answer, in one number a person can retrace.

/// What speaks against an answer. An answer against which nothing speaks is worth 1; each doubt
/// takes its share of what is left; an answer without a value is worth 0.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Doubts {
    /// The reply says more than the value.
    pub(super) says_more: bool,
    /// The value was read by a rule of thumb.
    pub(super) likely: bool,
    /// It was said after the reply.
    pub(super) found_later: bool,
    /// The question was asked more than once.
    pub(super) asked_again: bool,
    /// The reply answers several questions and nothing tells them apart.
    pub(super) shared: bool,
    /// Several distinct values were said.
    pub(super) several: bool,
}

impl Doubts {
    /// From 0 to 1, two decimals.
    pub(super) fn confidence(self) -> f64 {
        let doubts = [
            (self.says_more, 97),
            (self.likely, 90),
            (self.found_later, 80),
            (self.asked_again, 95),
            (self.shared, 60),
            (self.several, 50),
        ];
        let left = doubts.iter().filter(|(holds, _)| *holds);
        let confidence: f64 = left.map(|(_, share)| f64::from(*share) / 100.0).product();
        (confidence * 100.0).round() / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubts_add_up() {
        assert_eq!(Doubts::default().confidence(), 1.0);
        assert_eq!(Doubts { says_more: true, ..Doubts::default() }.confidence(), 0.97);
        let doubts = Doubts { says_more: true, several: true, ..Doubts::default() };
        assert_eq!(doubts.confidence(), 0.49);
    }
}
