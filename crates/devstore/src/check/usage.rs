use std::collections::HashSet;

use apollo_compiler::ast::{Definition, DirectiveList, OperationDefinition, Selection, Value};
use apollo_compiler::{Name, Node};

use super::document::Check;
use super::finding::Finding;

impl Check<'_> {
    /// Every variable is declared, and every declared one is used.
    pub(super) fn usage(&mut self, operation: &Node<OperationDefinition>, path: &[String]) {
        let mut used = HashSet::new();
        let mut visited = HashSet::new();
        in_directives(&operation.directives, &mut used);
        self.used_in(&operation.selection_set, &mut used, &mut visited);
        let name = operation.name.as_ref().map_or("anonymous query", Name::as_str);
        let unused: Vec<_> =
            operation.variables.iter().filter(|variable| !used.contains(&variable.name)).cloned().collect();
        for variable in unused {
            let message = format!("Variable ${} is declared by {name} but not used", variable.name);
            let finding = Finding::new(message).code("variableNotUsed").with("variableName", variable.name.as_str());
            self.found(finding, &variable, path);
        }
        let declared = |name: &Name| operation.variables.iter().any(|variable| variable.name == *name);
        let mut undeclared: Vec<Name> = used.into_iter().filter(|used| !declared(used)).collect();
        undeclared.sort();
        for variable in undeclared {
            let message = format!("Variable ${variable} is used by {name} but not declared");
            let finding = Finding::new(message).code("variableNotDefined").with("variableName", variable.as_str());
            self.found(finding, operation, path);
        }
    }

    fn used_in(&self, selections: &[Selection], used: &mut HashSet<Name>, visited: &mut HashSet<Name>) {
        for selection in selections {
            match selection {
                Selection::Field(field) => {
                    in_directives(&field.directives, used);
                    field.arguments.iter().for_each(|argument| in_value(&argument.value, used));
                    self.used_in(&field.selection_set, used, visited);
                }
                Selection::InlineFragment(fragment) => {
                    in_directives(&fragment.directives, used);
                    self.used_in(&fragment.selection_set, used, visited);
                }
                Selection::FragmentSpread(spread) => {
                    in_directives(&spread.directives, used);
                    if visited.insert(spread.fragment_name.clone()) {
                        for definition in &self.document.definitions {
                            match definition {
                                Definition::FragmentDefinition(fragment) if fragment.name == spread.fragment_name => {
                                    self.used_in(&fragment.selection_set, used, visited);
                                }
                                _ => {}
                            }
                        }
                    }
                }
            }
        }
    }
}

fn in_directives(directives: &DirectiveList, used: &mut HashSet<Name>) {
    for directive in directives.iter() {
        directive.arguments.iter().for_each(|argument| in_value(&argument.value, used));
    }
}

fn in_value(value: &Value, used: &mut HashSet<Name>) {
    match value {
        Value::Variable(name) => {
            used.insert(name.clone());
        }
        Value::List(items) => items.iter().for_each(|item| in_value(item, used)),
        Value::Object(fields) => fields.iter().for_each(|(_, value)| in_value(value, used)),
        _ => {}
    }
}
