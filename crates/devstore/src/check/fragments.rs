use std::collections::HashSet;

use apollo_compiler::ast::{Definition, FragmentSpread, Selection};
use apollo_compiler::{Name, Node};

use super::document::Check;
use super::finding::Finding;

impl Check<'_> {
    /// Every fragment that is used is defined, and every defined one is used.
    pub(super) fn fragments(&mut self) {
        let (mut spreads, mut defined) = (Vec::new(), Vec::new());
        for definition in &self.document.definitions {
            match definition {
                Definition::OperationDefinition(operation) => collect(&operation.selection_set, &mut spreads),
                Definition::FragmentDefinition(fragment) => {
                    collect(&fragment.selection_set, &mut spreads);
                    defined.push(fragment.clone());
                }
                _ => {}
            }
        }
        let used: HashSet<Name> = spreads.iter().map(|spread| spread.fragment_name.clone()).collect();
        for spread in spreads.iter().filter(|spread| !defined.iter().any(|known| known.name == spread.fragment_name)) {
            let name = spread.fragment_name.as_str();
            self.found(finding(name, &format!("Fragment {name} was used, but not defined")), spread, &[]);
        }
        for fragment in defined.iter().filter(|fragment| !used.contains(&fragment.name)) {
            let name = fragment.name.as_str();
            let path = [format!("fragment {name}")];
            self.found(finding(name, &format!("Fragment {name} was defined, but not used")), fragment, &path);
        }
    }
}

fn finding(name: &str, message: &str) -> Finding {
    Finding::new(message).code("useAndDefineFragment").with("fragmentName", name)
}

fn collect(selections: &[Selection], spreads: &mut Vec<Node<FragmentSpread>>) {
    for selection in selections {
        match selection {
            Selection::Field(field) => collect(&field.selection_set, spreads),
            Selection::InlineFragment(fragment) => collect(&fragment.selection_set, spreads),
            Selection::FragmentSpread(spread) => spreads.push(spread.clone()),
        }
    }
}
