//! Which conversations are handled, and with which questions: the admin's rules.
//!
//! The first rule that fits decides. Without any rule every conversation is handled. Some of what a
//! rule looks at is known from the webhook (project, channel, operators), the rest only once the
//! conversation was fetched (language, tags): until then the answer may be "not known yet".

use serde::{Deserialize, Serialize};

/// One rule. An empty list asks for nothing; a list with several asks for any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Rule {
    /// What the admin calls it.
    pub name: String,
    /// Projects, by id (SID).
    pub projects: Vec<String>,
    /// Channels, as iAdvize names them: `CHAT`, `WHATSAPP`, ….
    pub channels: Vec<String>,
    /// Agents and bots, by id.
    pub operators: Vec<String>,
    /// Languages, two letters.
    pub languages: Vec<String>,
    /// Tags, by name.
    pub tags: Vec<String>,
    /// Leave these conversations out, instead of handling them.
    pub leave_out: bool,
    /// The question set to read them with, by name; the questions in use where there is none.
    pub question_set: Option<String>,
    /// Whether they are followed while they are open.
    pub live: bool,
}

/// What is known of a conversation. `None` is not known yet; an empty list is known to be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Its project's id.
    pub project: Option<String>,
    /// Its channel.
    pub channel: Option<String>,
    /// Who answered for the company.
    pub operators: Option<Vec<String>>,
    /// Its language.
    pub language: Option<Option<String>>,
    /// Its tags.
    pub tags: Option<Vec<String>>,
}

/// What the rules say of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// It is handled: by this rule, or because there is none at all.
    Handle(Option<&'a Rule>),
    /// It is left out.
    LeaveOut(Why<'a>),
    /// It must be fetched to tell.
    Unknown,
}

/// Why a conversation is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why<'a> {
    /// A rule says so.
    Rule(&'a Rule),
    /// No rule takes it: what the nearest rule missed.
    NoRule(Criterion),
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// The project.
    Project,
    /// The channel.
    Channel,
    /// Who answered.
    Operator,
    /// The language.
    Language,
    /// The tags.
    Tag,
}

/// Whether a rule fits: `Err` names the first thing that doesn't; `Ok(None)` is not known yet.
type Fit = Result<Option<()>, Criterion>;

impl Rule {
    fn fits(&self, known: &Known) -> Fit {
        let language = known.language.as_ref().map(|language| language.as_slice());
        let criteria = [
            (Criterion::Project, &self.projects, known.project.as_ref().map(std::slice::from_ref)),
            (Criterion::Channel, &self.channels, known.channel.as_ref().map(std::slice::from_ref)),
            (Criterion::Operator, &self.operators, known.operators.as_deref()),
            (Criterion::Language, &self.languages, language),
            (Criterion::Tag, &self.tags, known.tags.as_deref()),
        ];
        let mut sure = Some(());
        for (criterion, wanted, is) in criteria {
            if wanted.is_empty() {
                continue;
            }
            match is {
                None => sure = None,
                Some(is) if is.iter().any(|is| wanted.iter().any(|one| same(one, is))) => {}
                Some(_) => return Err(criterion),
            }
        }
        Ok(sure)
    }
}

/// Names and codes are the same whatever their case and the blanks around them.
fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// What these rules say of a conversation.
pub fn decide<'a>(rules: &'a [Rule], known: &Known) -> Verdict<'a> {
    if rules.is_empty() {
        return Verdict::Handle(None);
    }
    let mut nearest = None;
    for rule in rules {
        match rule.fits(known) {
            Ok(Some(())) if rule.leave_out => return Verdict::LeaveOut(Why::Rule(rule)),
            Ok(Some(())) => return Verdict::Handle(Some(rule)),
            // A rule that may fit comes before all that follow it.
            Ok(None) => return Verdict::Unknown,
            Err(criterion) if !rule.leave_out => nearest = nearest.max(Some(criterion)),
            Err(_) => {}
        }
    }
    match nearest {
        Some(criterion) => Verdict::LeaveOut(Why::NoRule(criterion)),
        // Only rules that leave out, and none fits: the rest is handled.
        None => Verdict::Handle(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(names: &str) -> Vec<String> {
        names.split_whitespace().map(str::to_owned).collect()
    }

    fn rule(text: &str) -> Rule {
        let mut rule = Rule { name: text.into(), ..Rule::default() };
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (what, names) = part.split_once(':').unwrap_or((part, ""));
            match what {
                "project" => rule.projects = list(names),
                "channel" => rule.channels = list(names),
                "operator" => rule.operators = list(names),
                "language" => rule.languages = list(names),
                "tag" => rule.tags = list(names),
                "out" => rule.leave_out = true,
                other => panic!("{other}"),
            }
        }
        rule
    }

    fn webhook() -> Known {
        Known {
            project: Some("7".into()),
            channel: Some("CHAT".into()),
            operators: Some(list("1 2")),
            ..Known::default()
        }
    }

    fn fetched() -> Known {
        Known { language: Some(Some("fr".into())), tags: Some(list("vip Paris")), ..webhook() }
    }

    #[test]
    fn the_first_rule_that_fits_decides() {
        use Criterion::*;
        let out = |criterion| Err(Some(criterion));
        for (rules, before, after) in [
            (vec![], Ok(true), Ok(true)),
            (vec!["project: 7"], Ok(true), Ok(true)),
            (vec!["project: 6 7; channel: chat"], Ok(true), Ok(true)),
            (vec!["project: 8"], out(Project), out(Project)),
            (vec!["project: 8", "project: 7; channel: SMS"], out(Channel), out(Channel)),
            (vec!["operator: 3"], out(Operator), out(Operator)),
            (vec!["operator: 2 3"], Ok(true), Ok(true)),
            (vec!["language: FR"], Ok(false), Ok(true)),
            (vec!["language: de"], Ok(false), out(Language)),
            (vec!["project: 8; language: fr"], out(Project), out(Project)),
            (vec!["tag: paris"], Ok(false), Ok(true)),
            (vec!["tag: lyon"], Ok(false), out(Tag)),
            (vec!["out; channel: CHAT", "project: 7"], Err(None), Err(None)),
            (vec!["out; channel: SMS"], Ok(true), Ok(true)),
            (vec!["out; tag: vip", "project: 7"], Ok(false), Err(None)),
            (vec!["project: 8", ""], Ok(true), Ok(true)),
        ] {
            let rules: Vec<Rule> = rules.into_iter().map(rule).collect();
            for (known, expected) in [(webhook(), before), (fetched(), after)] {
                let got = match decide(&rules, &known) {
                    Verdict::Handle(_) => Ok(true),
                    Verdict::Unknown => Ok(false),
                    Verdict::LeaveOut(Why::Rule(_)) => Err(None),
                    Verdict::LeaveOut(Why::NoRule(criterion)) => Err(Some(criterion)),
                };
                assert_eq!(got, expected, "{rules:?} {known:?}");
            }
        }
    }

    #[test]
    fn an_unset_language_is_known_to_be_none() {
        let known = Known { language: Some(None), ..fetched() };
        let rules = [rule("language: fr")];
        let why = Why::NoRule(Criterion::Language);
        assert_eq!(decide(&rules, &known), Verdict::LeaveOut(why));
    }
}
