//! How closed conversations may be asked for.

use super::{
    super::needs::{ENDS, INTERVALS, PROJECTS},
    Account, missing,
};

const OBJECT: &str = "filters: ClosedConversationsFilters!";
const FILTERS: &str = "ClosedConversationsFilters";

#[track_caller]
fn arguments(account: &Account) -> String {
    let (fit, queries) = account.fit();
    let layout = fit.layout.expect("a layout");
    let text = queries.listing.expect("a query");
    assert!(text.contains(&format!("({}, $after: String)", layout.variables)), "{text}");
    assert!(text.contains(&format!("({}, first: 100, after: $after)", layout.arguments)), "{text}");
    assert_eq!(queries.by_project, layout.arguments.contains("$projects"));
    layout.arguments
}

fn flat(filters: &str) -> Account {
    Account::usual().with("Query", OBJECT, filters)
}

#[test]
fn every_interval_and_every_name_of_its_ends() {
    for interval in INTERVALS {
        for (from, to) in ENDS {
            let account = Account::usual()
                .rename(FILTERS, "interval", interval)
                .rename("IntervalInput", "from", from)
                .rename("IntervalInput", "to:", &format!("{to}:"));
            let expected = format!(
                "filters: {{{interval}: {{{from}: $from, {to}: $to}}, projectIds: $projects}}"
            );
            assert_eq!(arguments(&account), expected);
            let account = flat(&format!("{interval}: IntervalInput!, projectIds: [LegacyId!]"))
                .rename("IntervalInput", "from", from)
                .rename("IntervalInput", "to:", &format!("{to}:"));
            let expected =
                format!("{interval}: {{{from}: $from, {to}: $to}}, projectIds: $projects");
            assert_eq!(arguments(&account), expected);
        }
    }
}

#[test]
fn ends_may_stand_alone_and_the_object_may_be_called_anything() {
    for (from, to) in ENDS {
        let account = flat(&format!("{from}: DateTime!, {to}: DateTime!"));
        assert_eq!(arguments(&account), format!("{from}: $from, {to}: $to"));
        let ends = format!("{from}: DateTime!\n  {to}: DateTime!");
        let account = Account::usual().with(FILTERS, "interval: IntervalInput!", &ends);
        let expected = format!("filters: {{{from}: $from, {to}: $to, projectIds: $projects}}");
        assert_eq!(arguments(&account), expected);
    }
    let named = Account::usual().with("Query", "filters:", "search:");
    assert!(arguments(&named).starts_with("search: {interval"), "{}", arguments(&named));
    let shaped = Account::usual().rename(FILTERS, "interval", "closedDuring");
    assert!(arguments(&shaped).starts_with("filters: {closedDuring: {from"));
}

#[test]
fn an_interval_of_something_else_is_left_alone() {
    let beside = format!("otherInterval: IntervalInput, {OBJECT}");
    let (wrapped, beside) = (arguments(&Account::usual()), flat(&beside));
    assert_eq!(arguments(&beside), wrapped);
    let two = flat("createdInterval: IntervalInput, closedInterval: IntervalInput");
    assert_eq!(arguments(&two), "closedInterval: {from: $from, to: $to}");
}

#[test]
fn every_name_of_the_projects() {
    for name in PROJECTS {
        let account = Account::usual().rename(FILTERS, "projectIds", name);
        assert!(arguments(&account).contains(&format!("{name}: $projects")), "{name}");
    }
    let none = Account::usual().hide(FILTERS, "projectIds");
    assert_eq!(arguments(&none), "filters: {interval: {from: $from, to: $to}}");
    let one_only = Account::usual().with(FILTERS, "projectIds: [LegacyId!]", "projectId: LegacyId");
    assert!(!arguments(&one_only).contains("$projects"), "a list is no single number");
}

#[test]
fn what_cannot_be_told_is_not_asked() {
    for (account, candidates) in [
        (
            Account::usual().with(FILTERS, "answered: Boolean", "answered: Boolean!"),
            &["answered"][..],
        ),
        (flat("interval: IntervalInput!, group: ID!"), &["group"]),
        (flat("filters: ClosedConversationsFilters!, group: ID!"), &["group"]),
        (flat("day: DateTime!"), &["day", "first", "after", "last", "before"]),
        (
            flat("openInterval: IntervalInput, closedInterval: IntervalInput"),
            &["openInterval", "closedInterval", "first", "after", "last", "before"],
        ),
        (
            flat("createdInterval: IntervalInput"),
            &["createdInterval", "first", "after", "last", "before"],
        ),
    ] {
        assert_eq!(account.state("Query.closedConversations"), missing(candidates));
        let (_, queries) = account.fit();
        assert!(queries.listing.is_err() && queries.with_messages.is_err());
        assert!(queries.conversation.is_ok(), "one by one they can still be fetched");
    }
}
