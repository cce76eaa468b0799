//! Where in a file something stands, for people and for patches.

use std::fmt;

/// The way from the file's root to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Field(String),
    At(usize),
}

impl Place {
    /// The file as a whole.
    pub(super) fn root() -> Self {
        Self::default()
    }

    /// One question of the list.
    pub(super) fn question(at: usize) -> Self {
        Self::root().field("questions").at(at)
    }

    pub(super) fn field(&self, name: &str) -> Self {
        self.then(Step::Field(name.to_owned()))
    }

    pub(super) fn at(&self, at: usize) -> Self {
        self.then(Step::At(at))
    }

    fn then(&self, step: Step) -> Self {
        Self(self.0.iter().cloned().chain([step]).collect())
    }

    /// Which question of the list it belongs to.
    pub(super) fn of_question(&self) -> Option<usize> {
        match self.0.as_slice() {
            [Step::Field(list), Step::At(at), ..] if list == "questions" => Some(*at),
            _ => None,
        }
    }

    /// The names of the fields on the way, places in lists left out.
    pub(super) fn fields(&self) -> Vec<&str> {
        let names = self.0.iter().filter_map(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::At(_) => None,
        });
        names.collect()
    }

    /// As a JSON pointer (RFC 6901).
    pub(super) fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.0 {
            pointer.push('/');
            match step {
                Step::Field(name) => {
                    pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
                }
                Step::At(at) => pointer.push_str(&at.to_string()),
            }
        }
        pointer
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if at == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::At(at) => write!(f, "[{at}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_patches_each_have_their_spelling() {
        let odd = Place::question(2).field("a/b~c.d");
        assert_eq!(odd.to_string(), "questions[2].a/b~c.d");
        assert_eq!(odd.pointer(), "/questions/2/a~1b~0c.d");
        assert_eq!((odd.of_question(), odd.fields()), (Some(2), vec!["questions", "a/b~c.d"]));
        assert_eq!(Place::root().pointer(), "");
        assert_eq!(Place::root().field("name").of_question(), None);
    }
}
