//! Closed conversations, a page of a hundred at a time, and the account's projects.

use super::{Client, Error, client::file, schema::Known, wire};
use jiff::Timestamp;
use serde_json::{Value, json};

/// Pages of 100 projects; no account has as many as this many pages hold.
const MOST_PAGES: usize = 100;

/// A project of the account: one website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its number.
    pub id: String,
    /// What the admin calls it.
    pub name: Option<String>,
}

/// A closed conversation in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedConversation {
    /// Its id, by which it is fetched.
    pub id: String,
    /// When it began, as iAdvize writes it.
    pub created_at: Option<String>,
    /// When it was closed, as iAdvize writes it.
    pub closed_at: Option<String>,
    /// Where it took place.
    pub channel: Option<String>,
    /// Whose website it was on.
    pub project: Option<Project>,
    /// A two-letter language.
    pub language: Option<String>,
    /// What it was tagged with.
    pub tags: Vec<String>,
    /// The numbers of whoever answered.
    pub operators: Vec<String>,
}

/// A page of closed conversations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPage {
    /// At most a hundred.
    pub rows: Vec<ListedConversation>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// A page of closed conversations with what was said in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullPage {
    /// Each as a row and as the JSON text of a conversation file, whole.
    pub conversations: Vec<(ListedConversation, String)>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

impl Client {
    /// A page of the conversations closed in an interval, `from` included and `to` not; of some
    /// projects only, where they are given. `after` is the `next` of the page before.
    pub async fn closed_conversations(
        &self,
        from: Timestamp,
        to: Timestamp,
        projects: Option<&[String]>,
        after: Option<&str>,
    ) -> Result<ListPage, Error> {
        let asked = Asked { from, to, projects, after };
        let (page, _) = self.listed(&asked, false).await?;
        let rows = page.edges.iter().map(|edge| row(&edge["node"]));
        let rows = rows.filter(|row| asked.wants(row)).collect();
        Ok(ListPage { rows, next: page.next })
    }

    /// The same with all messages: a call for the page, and one more for each conversation of more
    /// than a hundred messages. [`Error::TooMuch`] where iAdvize refuses so large a question: then
    /// the list and each conversation must be asked for one by one.
    pub async fn conversations_with_messages(
        &self,
        from: Timestamp,
        to: Timestamp,
        projects: Option<&[String]>,
        after: Option<&str>,
    ) -> Result<FullPage, Error> {
        let asked = Asked { from, to, projects, after };
        let (page, known) = self.listed(&asked, true).await.map_err(too_much)?;
        let mut conversations = Vec::with_capacity(page.edges.len());
        for mut edge in page.edges {
            let mut conversation = edge["node"].take();
            let row = row(&conversation);
            if !asked.wants(&row) {
                continue;
            }
            // Only a list has them: a conversation is the same however it came.
            if let Some(fields) = conversation.as_object_mut() {
                fields.remove("users");
            }
            known.queries.names.restore(&mut conversation);
            let edges = self.messages(&row.id, &mut conversation).await?;
            conversations.push((row, file(conversation, edges)));
        }
        Ok(FullPage { conversations, next: page.next })
    }

    async fn listed(
        &self,
        asked: &Asked<'_>,
        with_messages: bool,
    ) -> Result<(wire::Page, std::sync::Arc<Known>), Error> {
        if let Some(by) = self.is_to_come(asked.from) {
            return Err(Error::ClockOff { by });
        }
        let known = self.known().await?;
        let variables = asked.variables(known.queries.by_project);
        let (mut data, known): (Value, _) = self
            .query(
                |queries| if with_messages { &queries.with_messages } else { &queries.listing },
                &variables,
            )
            .await?;
        let list = &mut data["closedConversations"];
        if !list["edges"].is_array() {
            return Err(Error::unavailable("a list of conversations that is none"));
        }
        let page = wire::page(list, "conversations").map_err(Error::unavailable)?;
        Ok((page, known))
    }

    /// Every project that the account sees.
    pub async fn projects(&self) -> Result<Vec<Project>, Error> {
        let (mut all, mut after) = (Vec::new(), None);
        for _ in 0..MOST_PAGES {
            let variables = json!({ "after": after });
            let (mut data, _): (Value, _) =
                self.query(|queries| &queries.projects, &variables).await?;
            let page = wire::page(&mut data["projects"], "projects");
            let page = page.map_err(Error::unavailable)?;
            all.extend(page.edges.iter().filter_map(|edge| project(&edge["node"])));
            after = page.next;
            if after.is_none() {
                return Ok(all);
            }
        }
        Err(Error::unavailable(format!("more than {MOST_PAGES} pages of projects")))
    }
}

/// What is listed.
struct Asked<'a> {
    from: Timestamp,
    to: Timestamp,
    projects: Option<&'a [String]>,
    after: Option<&'a str>,
}

impl Asked<'_> {
    fn variables(&self, by_project: bool) -> Value {
        let mut variables = json!({ "from": self.from.to_string(), "to": self.to.to_string(), "after": self.after });
        if by_project {
            let number = |id: &String| id.parse::<i64>().map_or_else(|_| json!(id), |id| json!(id));
            let projects = self.projects.map(|ids| ids.iter().map(number).collect::<Vec<_>>());
            variables["projects"] = json!(projects);
        }
        variables
    }

    /// Whether the row is of one of the projects: not every schema can be asked for them.
    fn wants(&self, row: &ListedConversation) -> bool {
        self.projects.is_none_or(|ids| row.project.as_ref().is_none_or(|p| ids.contains(&p.id)))
    }
}

/// A refusal of the large question is one of its size, as far as anybody can tell: the list alone
/// is asked for next, and says so if it is something else.
fn too_much(error: Error) -> Error {
    match error {
        Error::Schema(said) if said.key == crate::said::Key::IadvizeSchema => {
            Error::TooMuch(said.with.get("said").cloned().unwrap_or(said.text))
        }
        Error::Refused(said) => Error::TooMuch(said),
        Error::Unavailable { why, after: None } if why == "HTTP 504" || why == "HTTP 502" => {
            Error::TooMuch(why)
        }
        other => other,
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn row(node: &Value) -> ListedConversation {
    let items = |name: &str| node[name].as_array().map(Vec::as_slice).unwrap_or_default();
    ListedConversation {
        id: text(&node["id"]).unwrap_or_default(),
        created_at: text(&node["createdAt"]),
        closed_at: text(&node["closedAt"]),
        channel: text(&node["channel"]),
        project: project(&node["project"]),
        language: text(&node["language"]).or_else(|| text(&node["language"]["code"])),
        tags: items("tags").iter().filter_map(|tag| text(&tag["name"])).collect(),
        operators: items("users").iter().filter_map(|user| text(&user["id"])).collect(),
    }
}

fn project(node: &Value) -> Option<Project> {
    Some(Project { id: text(&node["id"])?, name: text(&node["name"]) })
}
