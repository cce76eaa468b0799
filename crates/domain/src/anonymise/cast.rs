//! Who stands in for whom.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::dice::Dice;
use super::figures::over;
use super::hearing::Hearing;
use super::lists::{STAND_INS, STREET_HALVES, STREETS, towns};
use super::pieces::Pieces;
use super::shape::{cased_as, spaced_as};
use super::word::words;
use super::{Kind, email, phones};
use crate::conversation::Conversation;

/// Who stands in for whom, in one conversation.
pub(super) struct Cast {
    salt: [u8; 32],
    roles: BTreeMap<(Kind, String), String>,
    taken: BTreeSet<(Kind, String)>,
    /// Words of the originals, which no stand-in may be.
    originals: BTreeSet<String>,
    /// How each phone number is written.
    forms: BTreeMap<String, BTreeSet<String>>,
}

impl Cast {
    /// The whole conversation is the salt: who has it all needs no stand-in, and nobody else can
    /// try what leads to one.
    pub(super) fn new(conversation: &Conversation, pieces: &Pieces<'_>, seed: (u64, u32)) -> Self {
        let whole = format!("{seed:?} {conversation:?}");
        let mut cast = Self {
            salt: Sha256::digest(whole.as_bytes()).into(),
            roles: BTreeMap::new(),
            taken: BTreeSet::new(),
            originals: BTreeSet::new(),
            forms: BTreeMap::new(),
        };
        for (span, written) in pieces.spans() {
            if span.kind == Kind::Phone {
                cast.forms.entry(span.key.clone()).or_default().insert(written.to_owned());
            } else {
                cast.originals.extend(words(written).into_iter().map(|word| word.folded));
            }
        }
        cast
    }

    fn dice(&self, kind: Kind, key: &str, take: u32) -> Dice {
        let seed = Sha256::new()
            .chain_update(self.salt)
            .chain_update(format!("{kind:?} {take} "))
            .chain_update(key.as_bytes());
        Dice::new(seed.finalize().into())
    }

    /// An identifier in the form of a UUID.
    pub(super) fn id(&self, original: &str) -> String {
        let digest = Sha256::new().chain_update(self.salt).chain_update(original).finalize();
        let mut bytes: Vec<u8> = digest.iter().take(16).copied().collect();
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let hex = hex::encode(bytes);
        let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
        parts.join("-")
    }

    /// What stands in for something, written as it is written.
    pub(super) fn play(
        &mut self,
        kind: Kind,
        key: &str,
        written: &str,
        hearing: &Hearing,
    ) -> String {
        let role = self.role(kind, key, written, hearing);
        match kind {
            Kind::Phone | Kind::Number => over(written, &role),
            Kind::Url | Kind::Handle => role,
            Kind::Postcode => spaced_as(&role, written),
            _ => cased_as(&role, written),
        }
    }

    fn role(&mut self, kind: Kind, key: &str, written: &str, hearing: &Hearing) -> String {
        if let Some(role) = self.roles.get(&(kind, key.to_owned())) {
            return role.clone();
        }
        let mut take = 0;
        let role = loop {
            let role = self.offer(kind, key, written, take, hearing);
            let is_new = !self.taken.contains(&(kind, role.clone())) && role != key;
            let strange = !self.originals.contains(&role.to_lowercase());
            if is_new && strange || take > MOST_TAKES {
                break role;
            }
            take += 1;
        };
        // Phone numbers differ in their beginnings too, so that equal ends are no clash.
        self.taken.insert((kind, role.clone()));
        self.roles.insert((kind, key.to_owned()), role.clone());
        role
    }

    fn offer(
        &mut self,
        kind: Kind,
        key: &str,
        written: &str,
        take: u32,
        hearing: &Hearing,
    ) -> String {
        let mut dice = self.dice(kind, key, take);
        match kind {
            Kind::Name => pick(STAND_INS, key, take, &mut dice),
            Kind::Address if hearing.language == "de" => pick(STREET_HALVES, key, take, &mut dice),
            Kind::Address => pick(STREETS, key, take, &mut dice),
            Kind::Handle => dice.word(written.chars().count()),
            Kind::Number => dice.figures(key),
            Kind::Url => email::url_stand_in(key, &mut dice, |part| hearing.means(part)),
            Kind::Email => {
                let name = |part: &str| self.roles.get(&(Kind::Name, part.to_owned())).cloned();
                let plain = take < MOST_TAKES / 2;
                email::stand_in(key, &mut dice, |part| name(part).filter(|_| plain))
            }
            Kind::Phone => {
                let forms = self.forms.get(key).cloned().unwrap_or_default();
                phones::tail(key, &forms, hearing, &mut dice)
            }
            Kind::Postcode => postcode(key, take, &mut dice),
            Kind::Town => {
                let regions = hearing.all().map(|ear| ear.region.as_str());
                let region = self.roles.get(&(Kind::Town, format!("region of {key}"))).cloned();
                let region = region.or_else(|| regions.into_iter().next().map(str::to_owned));
                let all = towns(&region.unwrap_or_default());
                all.get(dice.below(all.len()))
                    .map_or_else(|| dice.word(6), |(town, _)| (*town).to_owned())
            }
        }
    }

    /// A town lies in the region of its postcode.
    pub(super) fn place(&mut self, town: &str, region: &str) {
        let key = (Kind::Town, format!("region of {town}"));
        self.roles.entry(key).or_insert_with(|| region.to_owned());
    }
}

/// How many stand-ins are looked at for one that nobody has yet.
const MOST_TAKES: u32 = 60;

/// One of a list, as long as the original if it can be: a word's length tells readers something.
fn pick(list: &str, key: &str, take: u32, dice: &mut Dice) -> String {
    let length = key.chars().count();
    let slack = take as usize / 6;
    let near = |word: &&str| word.chars().count().abs_diff(length) <= slack;
    let fitting: Vec<&str> = list.split_ascii_whitespace().filter(near).collect();
    match fitting.get(dice.below(fitting.len())) {
        Some(word) if take < MOST_TAKES => (*word).to_owned(),
        _ => dice.word(length.max(4)),
    }
}

/// A code of the same form and region: from the list, else letter by letter.
fn postcode(key: &str, take: u32, dice: &mut Dice) -> String {
    let (region, code) = key.split_once(' ').unwrap_or(("", key));
    let listed = towns(region);
    let listed: Vec<&str> =
        listed.iter().map(|(_, code)| *code).filter(|known| is_alike(known, code)).collect();
    if take < MOST_TAKES / 2 && !listed.is_empty() {
        return listed[dice.below(listed.len())].to_owned();
    }
    let other = |c: char| match c {
        'A'..='Z' => char::from(b"BDEGLNSW"[dice.below(8)]),
        '1'..='9' => char::from(b"123456789"[dice.below(9)]),
        _ => c,
    };
    code.chars().map(other).collect()
}

/// As long, and with or without the 0 that keeps a figure from being a number.
fn is_alike(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.starts_with('0') == other.starts_with('0')
}
