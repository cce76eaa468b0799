//! How `closedConversations` takes its interval and its projects: flat, or in an input object.

use super::{
    needs::{ENDS, INTERVALS, PROJECTS},
    types::{Field, Input, Types},
};

/// What is written between the brackets of the field, and what that declares.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// `$from: DateTime!, $to: DateTime!, $projects: [LegacyId!]`.
    pub variables: String,
    /// `filters: {interval: {from: $from, to: $to}, projectIds: $projects}`.
    pub arguments: String,
    /// Whether projects can be asked for.
    pub by_project: bool,
}

/// An interval that was found among inputs.
struct Interval<'a> {
    /// The input that holds it, where the ends aren't inputs themselves.
    holder: Option<&'a Input>,
    from: &'a Input,
    to: &'a Input,
}

/// What an interval is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Name,
    Shape,
}

/// The layout, or what stands in its place. An interval of a known name, wherever it is, comes before
/// one that only has the shape.
pub fn layout(types: &Types, field: &Field) -> Result<Layout, Vec<String>> {
    for by in [By::Name, By::Shape] {
        if let Some(found) = level(types, &field.args, by)? {
            return Ok(found);
        }
        if let Some(found) = wrapped(types, field, by)? {
            return Ok(found);
        }
    }
    Err(field.args.iter().map(|arg| arg.name.clone()).collect())
}

/// The layout where an argument is an object that has the interval.
fn wrapped(types: &Types, field: &Field, by: By) -> Result<Option<Layout>, Vec<String>> {
    // One that is an interval itself was not taken for ours: it is of something else.
    for wrapper in field.args.iter().filter(|arg| !is_interval(arg)) {
        let Some(inside) = types.of(&wrapper.of).filter(|of| !of.is_leaf()) else { continue };
        let Some(found) = level(types, inside.inputs(), by)? else { continue };
        let unknown = unknown(field.args.iter().filter(|arg| arg.name != wrapper.name));
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let arguments = format!("{}: {{{}}}", wrapper.name, found.arguments);
        return Ok(Some(Layout { arguments, ..found }));
    }
    Ok(None)
}

/// The layout where the interval is among these inputs.
fn level(types: &Types, inputs: &[Input], by: By) -> Result<Option<Layout>, Vec<String>> {
    let Some(interval) = interval(types, inputs, by) else { return Ok(None) };
    let projects = PROJECTS.iter().find_map(|name| {
        let list = |input: &&Input| input.name == *name && input.of.is_list();
        inputs.iter().find(list).filter(|input| types.is_leaf(&input.of))
    });
    let ours = |input: &&Input| {
        let held = interval.holder.map(|holder| &holder.name);
        let ends = [&interval.from.name, &interval.to.name];
        let of_interval = held.map_or(ends.contains(&&input.name), |held| *held == input.name);
        of_interval || projects.is_some_and(|projects| projects.name == input.name)
    };
    let unknown = unknown(inputs.iter().filter(|input| !ours(input)));
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let Interval { holder, from, to } = &interval;
    let mut variables = format!("$from: {}, $to: {}", from.of.text(), to.of.text());
    let mut arguments = format!("{}: $from, {}: $to", from.name, to.name);
    if let Some(holder) = holder {
        arguments = format!("{}: {{{arguments}}}", holder.name);
    }
    if let Some(projects) = projects {
        variables += &format!(", $projects: {}", projects.of.text());
        arguments += &format!(", {}: $projects", projects.name);
    }
    Ok(Some(Layout { variables, arguments, by_project: projects.is_some() }))
}

/// What must be given, and we don't know with what.
fn unknown<'a>(inputs: impl Iterator<Item = &'a Input>) -> Vec<String> {
    let given = |input: &&Input| !["first", "after"].contains(&input.name.as_str());
    inputs.filter(given).filter(|i| i.must_be_given()).map(|i| i.name.clone()).collect()
}

fn interval<'a>(types: &'a Types, inputs: &'a [Input], by: By) -> Option<Interval<'a>> {
    let held = |holder: &'a Input| {
        let inside = types.of(&holder.of)?.inputs();
        let (from, to) = ends(types, inside)?;
        Some(Interval { holder: Some(holder), from, to })
    };
    if by == By::Name {
        let mut named = INTERVALS.iter().filter_map(|name| inputs.iter().find(|i| i.name == *name));
        return named.find_map(held).or_else(|| {
            let (from, to) = ends(types, inputs)?;
            Some(Interval { holder: None, from, to })
        });
    }
    // Only where it is the only one, and not plainly of the beginning: an interval of something else
    // would list the wrong conversations.
    let begins = |input: &&Input| input.name.to_lowercase().contains("creat");
    let shaped = inputs.iter().filter(|input| is_interval(input) && !begins(input));
    let mut shaped = shaped.filter_map(held);
    let only = shaped.next()?;
    shaped.next().is_none().then_some(only)
}

fn is_interval(input: &Input) -> bool {
    input.of.named().contains("Interval")
}

fn ends<'a>(types: &Types, inputs: &'a [Input]) -> Option<(&'a Input, &'a Input)> {
    let leaf = |name: &str| inputs.iter().find(|i| i.name == name && types.is_leaf(&i.of));
    ENDS.iter().find_map(|(from, to)| Some((leaf(from)?, leaf(to)?)))
}
