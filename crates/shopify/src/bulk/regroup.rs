use std::collections::HashMap;

use super::lines::Line;

/// A record with those that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The record.
    pub line: Line,
    /// Its children, in their order.
    pub children: Vec<Branch>,
}

/// Puts every record below its parent, wherever it stands: in which order Shopify writes them is not promised, only
/// that a parent comes before its children. What names a parent that is not there is a root.
///
/// It holds all the lines: it is meant for a part of a result that fits, as that of one page or one order.
pub fn regroup(lines: impl IntoIterator<Item = Line>) -> Vec<Branch> {
    let lines: Vec<Line> = lines.into_iter().collect();
    let mut places: HashMap<&str, usize> = HashMap::with_capacity(lines.len());
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        parents.push(line.parent().and_then(|parent| places.get(parent).copied()));
        places.extend(line.id().map(|id| (id, place)));
    }
    let branch = |line| Some(Branch { line, children: Vec::new() });
    let mut branches: Vec<Option<Branch>> = lines.into_iter().map(branch).collect();
    // From the last to the first, so that a branch is whole before it is given to its parent.
    let mut roots = Vec::new();
    for (place, parent) in parents.into_iter().enumerate().rev() {
        let Some(mut branch) = branches.get_mut(place).and_then(Option::take) else { continue };
        branch.children.reverse();
        match parent.and_then(|parent| branches.get_mut(parent)).and_then(Option::as_mut) {
            Some(parent) => parent.children.push(branch),
            None => roots.push(branch),
        }
    }
    roots.reverse();
    roots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, parent: &str) -> Line {
        Line::new(match parent {
            "" => format!(r#"{{"id":"{id}"}}"#),
            _ => format!(r#"{{"id":"{id}","__parentId":"{parent}"}}"#),
        })
    }

    fn shown(branches: &[Branch]) -> String {
        let one = |branch: &Branch| format!("{}({})", branch.line.id().unwrap_or_default(), shown(&branch.children));
        branches.iter().map(one).collect()
    }

    #[test]
    fn children_are_found_by_the_name_of_their_parent_and_keep_their_order() {
        let apart = [("a", ""), ("b", ""), ("a1", "a"), ("b1", "b"), ("a2", "a"), ("a1x", "a1"), ("b1x", "b1")];
        let close = [("a", ""), ("a1", "a"), ("a1x", "a1"), ("a2", "a"), ("b", ""), ("b1", "b"), ("b1x", "b1")];
        for lines in [apart, close] {
            let branches = regroup(lines.map(|(id, parent)| line(id, parent)));
            assert_eq!(shown(&branches), "a(a1(a1x())a2())b(b1(b1x()))");
        }
    }

    #[test]
    fn a_child_without_its_parent_is_not_lost() {
        assert_eq!(shown(&regroup([line("x", "gone"), line("a", "")])), "x()a()");
    }
}
