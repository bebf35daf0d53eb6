//! The text of a bulk query: what a page selects of its records, in the only form that a bulk operation knows.

/// What a page selects of its records, with `nodes` around it.
pub(super) fn of_page(page: &str) -> String {
    let begin = "    nodes {\n";
    let whole = page.split_once(begin).and_then(|(_, rest)| rest.split_once("\n    }\n"));
    whole.map(|(fields, _)| format!("{begin}{fields}\n    }}\n")).unwrap_or_default()
}

/// The same text with `edges { node { … } }` for each `nodes { … }`. It leaves out `pageInfo` by itself.
pub(super) fn edges(text: &str) -> String {
    let (mut out, mut open) = (String::with_capacity(text.len()), Vec::new());
    for line in text.lines() {
        let fields = line.trim_start();
        let depth = line.len() - fields.len();
        let (before, after) = match fields {
            "nodes {" => {
                open.push(depth);
                ("edges { node {", "")
            }
            "}" if open.last() == Some(&depth) => {
                open.pop();
                ("}", " }")
            }
            other => (other, ""),
        };
        out.push_str(line.get(..depth).unwrap_or_default());
        out.push_str(before);
        out.push_str(after);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_become_edges_at_every_depth() {
        let text = "    nodes {\n      id\n      lineItems(first: 20) {\n        nodes {\n          id\n        }\n      }\n    }\n";
        let expected = "    edges { node {\n      id\n      lineItems(first: 20) {\n        edges { node {\n          id\n        } }\n      }\n    } }\n";
        assert_eq!(edges(text), expected);
    }
}
