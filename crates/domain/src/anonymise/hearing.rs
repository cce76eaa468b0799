//! The project's own readers, as sets of the conversation's language would have them.

use crate::question::{AnswerType, Question, QuestionSet};
use crate::reading::{Found, Locale, Reader, Said, Stretches};

/// The types with a reader that no question has a part in.
const TYPES: [AnswerType; 8] = [
    AnswerType::Email,
    AnswerType::Phone,
    AnswerType::Number,
    AnswerType::Amount,
    AnswerType::Date,
    AnswerType::YesNo,
    AnswerType::Postcode,
    AnswerType::Url,
];

/// A language and the regions it is mostly spoken in, the likeliest first.
const SPOKEN: [(&str, &[&str]); 5] =
    [("fr", &["FR"]), ("en", &["GB", "US"]), ("de", &["DE"]), ("es", &["ES"]), ("it", &["IT"])];

/// Regions whose numbers and postcodes are known besides the conversation's own.
const OTHERS: [&str; 12] = ["FR", "GB", "DE", "ES", "IT", "BE", "CH", "AT", "LU", "US", "CA", "IE"];

/// Any day will do to tell whether a word names one.
const TODAY: Option<&str> = Some("2026-03-02");

/// The readers of one language and region.
pub(super) struct Ear {
    pub(super) region: String,
    locale: Locale,
    readers: Vec<(AnswerType, Reader)>,
}

impl Ear {
    fn new(language: &str, region: &str) -> Self {
        let set = QuestionSet {
            language: Some(language.to_owned()),
            region: Some(region.to_owned()),
            ..QuestionSet::default()
        };
        let reader = |answer: AnswerType| {
            let question = Question { answer, ..Question::default() };
            Reader::new(&question).map(|reader| (question.answer, reader))
        };
        Self {
            region: region.to_owned(),
            locale: Locale::new(&set),
            readers: TYPES.into_iter().filter_map(reader).collect(),
        }
    }

    /// The values of a type in a text.
    pub(super) fn hear(&self, kind: &AnswerType, text: &str, at: Option<&str>) -> Vec<Found> {
        let said = Said::new(text, at, &self.locale);
        let reader = self.readers.iter().find(|(known, _)| known == kind);
        let read = |reader: &Reader| reader.read(&said, &Stretches::default());
        reader.map(|(_, reader)| read(reader)).unwrap_or_default()
    }
}

/// Who listens: those at home in the conversation's language, and those abroad.
pub(super) struct Hearing {
    pub(super) language: String,
    pub(super) home: Vec<Ear>,
    pub(super) abroad: Vec<Ear>,
}

impl Hearing {
    /// `language` as iAdvize gives it, `fr` or `fr_BE`. Without one all five are at home.
    pub(super) fn new(language: Option<&str>) -> Self {
        let written = language.unwrap_or_default().to_ascii_lowercase();
        let language = written.get(..2).unwrap_or_default().to_owned();
        let said = SPOKEN.iter().filter(|(known, _)| *known == language);
        let mut home: Vec<Ear> = said
            .flat_map(|(language, regions)| regions.iter().map(|region| Ear::new(language, region)))
            .collect();
        let named = written.get(3..5).map(str::to_ascii_uppercase);
        if let Some(region) = named.filter(|region| OTHERS.contains(&region.as_str()))
            && !home.is_empty()
        {
            home.retain(|ear| ear.region != region);
            home.insert(0, Ear::new(&language, &region));
        }
        if home.is_empty() {
            let all = SPOKEN.iter().flat_map(|(language, regions)| {
                regions.iter().map(|region| Ear::new(language, region))
            });
            home = all.collect();
        }
        let others = OTHERS.iter().filter(|region| home.iter().all(|ear| ear.region != **region));
        let abroad = others.map(|region| Ear::new(&language, region)).collect();
        Self { language, home, abroad }
    }

    /// Whether a word alone is read as a day, a sum, a yes or no.
    pub(super) fn means(&self, word: &str) -> bool {
        let kinds = [AnswerType::Date, AnswerType::YesNo, AnswerType::Amount, AnswerType::Number];
        kinds.iter().any(|kind| !self.at_home(kind, word, TODAY).is_empty())
    }

    /// Everyone, those at home first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Ear> {
        self.home.iter().chain(&self.abroad)
    }

    /// What a type's readers at home find in a text, each with its region.
    pub(super) fn at_home(
        &self,
        kind: &AnswerType,
        text: &str,
        at: Option<&str>,
    ) -> Vec<(&str, Found)> {
        let of = |ear: &'_ Ear| ear.hear(kind, text, at);
        self.home
            .iter()
            .flat_map(|ear| of(ear).into_iter().map(|found| (ear.region.as_str(), found)))
            .collect()
    }
}

/// Types that a conversation's readers are compared by.
pub(super) fn types() -> &'static [AnswerType] {
    &TYPES
}
