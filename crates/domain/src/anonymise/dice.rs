//! Chance that is none: what follows from a seed.

use sha2::{Digest, Sha256};

/// Numbers that follow from a seed: the same seed, the same numbers.
pub(super) struct Dice {
    seed: [u8; 32],
    thrown: u64,
}

impl Dice {
    pub(super) fn new(seed: [u8; 32]) -> Self {
        Self { seed, thrown: 0 }
    }

    /// A number below a bound; 0 below 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.thrown += 1;
        let digest = Sha256::new().chain_update(self.seed).chain_update(self.thrown.to_le_bytes());
        let number =
            digest.finalize().iter().take(6).fold(0, |sum, byte| sum << 8 | usize::from(*byte));
        number.checked_rem(bound).unwrap_or_default()
    }

    /// Small letters that can be pronounced.
    pub(super) fn word(&mut self, length: usize) -> String {
        const LETTERS: [&[u8]; 2] = [b"bdflmnprtv", b"aeiou"];
        (0..length)
            .map(|at| char::from(LETTERS[at % 2][self.below(LETTERS[at % 2].len())]))
            .collect()
    }

    pub(super) fn digits(&mut self, length: usize) -> String {
        (0..length).map(|_| char::from(b"0123456789"[self.below(10)])).collect()
    }

    /// Other figures, where there are figures; a 0 stays, since readers go by it.
    pub(super) fn figures(&mut self, text: &str) -> String {
        let other = |c: char| match c.to_digit(10) {
            Some(digit @ 1..) => {
                let moved = digit as usize + self.below(8);
                char::from(b"123456789"[moved % 9])
            }
            _ => c,
        };
        text.chars().map(other).collect()
    }
}
