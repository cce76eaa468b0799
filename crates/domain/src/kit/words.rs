//! What a sheet and a script say, in the admin's language.

use serde::{Deserialize, Serialize};

use crate::question::AnswerType;

/// The language of a sheet's own words; its contents have their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SheetLanguage {
    /// French.
    Fr,
    /// English.
    #[default]
    En,
}

/// The words in one language.
pub(super) struct Words {
    pub(super) code: &'static str,
    /// Over the columns on paper.
    pub(super) heads: [&'static str; 6],
    /// Over the columns of a spreadsheet.
    pub(super) columns: [&'static str; 5],
    /// Where a spreadsheet splits its cells.
    pub(super) separator: &'static str,
    pub(super) category: &'static str,
    pub(super) required: &'static str,
    pub(super) characters: &'static str,
    pub(super) note: &'static str,
    pub(super) limits: &'static str,
    pub(super) step: &'static str,
    pub(super) send: &'static str,
    pub(super) no_text: &'static str,
    pub(super) wait: &'static str,
    pub(super) several: &'static str,
    pub(super) next: &'static str,
    pub(super) end: &'static str,
    pub(super) colon: &'static str,
}

const FR: Words = Words {
    code: "fr",
    heads: ["Fait", "Question", "Catégorie", "Contenu", "Langue", "Longueur"],
    columns: ["Catégorie", "Langue", "Question", "Contenu", "Caractères"],
    separator: ";",
    category: "Catégorie",
    required: "obligatoire",
    characters: "caractères",
    note: "iAdvize n'offre aucun moyen d'importer des réponses préenregistrées : elles se \
           saisissent à la main. Créez d'abord la catégorie, puis chaque contenu, puis choisissez \
           qui peut s'en servir. Copiez le contenu en entier : le marqueur entre crochets au \
           début est invisible pour le visiteur, et c'est lui qui relie la réponse à la question.",
    limits: "Longueur conseillée : 250 caractères ; un bot n'en envoie pas plus de 450.",
    step: "Étape",
    send: "Message à coller",
    no_text: "(aucun texte dans cette langue)",
    wait: "Réponse attendue",
    several: "plusieurs choix possibles",
    next: "Ensuite",
    end: "fin",
    colon: " :",
};

const EN: Words = Words {
    code: "en",
    heads: ["Done", "Question", "Category", "Content", "Language", "Length"],
    columns: ["Category", "Language", "Question", "Content", "Characters"],
    separator: ",",
    category: "Category",
    required: "required",
    characters: "characters",
    note: "iAdvize has no way to import pre-recorded answers: they are entered by hand. Create \
           the category first, then each content, then choose who can use it. Copy the whole \
           content: the marker in brackets at its beginning is invisible to visitors, and it is \
           what links the reply to the question.",
    limits: "Advised length: 250 characters; a bot sends no more than 450.",
    step: "Step",
    send: "Message to paste",
    no_text: "(no text in this language)",
    wait: "Reply to expect",
    several: "several can be chosen",
    next: "Next",
    end: "end",
    colon: ":",
};

impl SheetLanguage {
    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::Fr => &FR,
            Self::En => &EN,
        }
    }

    /// What a visitor replies to a question, for the person who sets up the bot's step; before
    /// the quick replies themselves, where there are some.
    pub(super) fn reply(self, answer: &AnswerType) -> &'static str {
        let (fr, en) = match answer {
            AnswerType::Text => ("texte libre", "free text"),
            AnswerType::Email => ("texte libre, une adresse e-mail", "free text, an email address"),
            AnswerType::Phone => {
                ("texte libre, un numéro de téléphone", "free text, a phone number")
            }
            AnswerType::Number => ("texte libre, un nombre", "free text, a number"),
            AnswerType::Amount => ("texte libre, un montant", "free text, an amount"),
            AnswerType::Date => ("texte libre, une date", "free text, a date"),
            AnswerType::YesNo | AnswerType::Choice { .. } => {
                ("réponses rapides : ", "quick replies: ")
            }
            AnswerType::Postcode => ("texte libre, un code postal", "free text, a postcode"),
            AnswerType::Url => ("texte libre, une adresse web", "free text, a web address"),
        };
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }
}
