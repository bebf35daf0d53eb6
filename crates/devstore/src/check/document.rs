use std::collections::HashSet;

use apollo_compiler::ast::{
    Argument, Definition, DirectiveList, Document, Field, InputValueDefinition, Selection, Value,
};
use apollo_compiler::schema::ExtendedType;
use apollo_compiler::{Name, Node, Schema};

use super::finding::Finding;
use super::literal::Literal;

/// Checks a document as the real store does, with its texts and codes. What it does not know, apollo-compiler's own
/// validation finds.
pub(crate) fn check(schema: &Schema, document: &Document) -> Vec<Finding> {
    let mut check = Check { schema, document, findings: Vec::new() };
    for definition in &document.definitions {
        match definition {
            Definition::OperationDefinition(operation) => {
                let name = operation.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
                let path = vec![format!("{}{name}", operation.operation_type)];
                check.variables(operation, &path);
                check.directives(&operation.directives, &path);
                let root = schema.root_operation(operation.operation_type);
                check.selections(&operation.selection_set, root.map(Name::as_str), &path);
                check.unused(operation, &path);
            }
            Definition::FragmentDefinition(fragment) => {
                let path = vec![format!("fragment {}", fragment.name)];
                check.condition(&fragment.type_condition, &path);
                check.selections(&fragment.selection_set, Some(&fragment.type_condition), &path);
            }
            _ => {}
        }
    }
    check.findings
}

struct Check<'d> {
    schema: &'d Schema,
    document: &'d Document,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn found<T>(&mut self, finding: Finding, at: &Node<T>, path: &[String]) {
        self.findings.push(finding.at(at.location(), &self.document.sources).along(path));
    }

    fn variables(&mut self, operation: &Node<apollo_compiler::ast::OperationDefinition>, path: &[String]) {
        for variable in &operation.variables {
            let ty = variable.ty.inner_named_type();
            if !self.schema.types.get(ty).is_some_and(ExtendedType::is_input_type) {
                let message = format!("{ty} isn't a defined input type (on ${})", variable.name);
                let finding = Finding::new(message)
                    .code("undefinedType")
                    .with("typeName", ty.as_str())
                    .with("variableName", variable.name.as_str());
                self.found(finding, variable, path);
            }
        }
    }

    fn condition(&mut self, condition: &Name, path: &[String]) {
        if !self.schema.types.contains_key(condition) {
            let message = format!("No such type {condition}, so it can't be a fragment condition");
            let finding = Finding::new(message).code("undefinedType").with("typeName", condition.as_str());
            self.findings.push(finding.at(condition.location(), &self.document.sources).along(path));
        }
    }

    fn selections(&mut self, selections: &[Selection], parent: Option<&str>, path: &[String]) {
        for selection in selections {
            match selection {
                Selection::Field(field) => self.field(field, parent, path),
                Selection::InlineFragment(fragment) => {
                    let name = fragment.type_condition.as_ref();
                    let mut path = path.to_vec();
                    path.push(name.map_or_else(|| "...".to_owned(), |name| format!("... on {name}")));
                    if let Some(name) = name {
                        self.condition(name, &path);
                    }
                    self.directives(&fragment.directives, &path);
                    self.selections(&fragment.selection_set, name.map(Name::as_str).or(parent), &path);
                }
                Selection::FragmentSpread(spread) => self.directives(&spread.directives, path),
            }
        }
    }

    fn field(&mut self, field: &Node<Field>, parent: Option<&str>, path: &[String]) {
        let mut path = path.to_vec();
        path.push(field.alias.as_ref().unwrap_or(&field.name).to_string());
        self.directives(&field.directives, &path);
        let Some(parent) = parent.filter(|parent| self.schema.types.contains_key(*parent)) else { return };
        let Ok(definition) = self.schema.type_field(parent, &field.name) else {
            let message = format!("Field '{}' doesn't exist on type '{parent}'", field.name);
            let finding = Finding::new(message)
                .code("undefinedField")
                .with("typeName", parent)
                .with("fieldName", field.name.as_str());
            self.found(finding, field, &path);
            return;
        };
        let definition = definition.clone();
        self.arguments(field, &field.name, "Field", &field.arguments, &definition.arguments, &path);
        let ty = definition.ty.inner_named_type();
        let composite =
            self.schema.types.get(ty).is_some_and(|ty| ty.is_object() || ty.is_interface() || ty.is_union());
        if composite && field.selection_set.is_empty() {
            let message = format!(
                "Field must have selections (field '{0}' returns {ty} but has no selections. Did you mean '{0} {{ ... }}'?)",
                field.name
            );
            let finding = Finding::new(message)
                .code("selectionMismatch")
                .with("nodeName", format!("field '{}'", field.name))
                .with("typeName", ty.as_str());
            self.found(finding, field, &path);
        } else if !composite && !field.selection_set.is_empty() {
            let message =
                format!("Selections can't be made on scalars (field '{}' returns {ty} but has selections)", field.name);
            let finding = Finding::new(message)
                .code("selectionMismatch")
                .with("nodeName", format!("field '{}'", field.name))
                .with("typeName", ty.as_str());
            self.found(finding, field, &path);
        } else {
            self.selections(&field.selection_set, Some(ty), &path);
        }
    }

    fn directives(&mut self, directives: &DirectiveList, path: &[String]) {
        for directive in directives.iter() {
            match self.schema.directive_definitions.get(&directive.name) {
                None => {
                    let finding = Finding::new(format!("Directive @{} is not defined", directive.name))
                        .code("undefinedDirective")
                        .with("directiveName", directive.name.as_str());
                    self.found(finding, directive, path);
                }
                Some(definition) => {
                    let definitions = definition.arguments.clone();
                    self.arguments(directive, &directive.name, "Directive", &directive.arguments, &definitions, path);
                }
            }
        }
    }

    fn arguments<T>(
        &mut self,
        node: &Node<T>,
        name: &Name,
        kind: &str,
        given: &[Node<Argument>],
        definitions: &[Node<InputValueDefinition>],
        path: &[String],
    ) {
        for argument in given {
            let Some(definition) = definitions.iter().find(|definition| definition.name == argument.name) else {
                let message = format!("{kind} '{name}' doesn't accept argument '{}'", argument.name);
                let finding = Finding::new(message)
                    .code("argumentNotAccepted")
                    .with("name", name.as_str())
                    .with("typeName", kind)
                    .with("argumentName", argument.name.as_str());
                self.found(finding, argument, &with(path, &argument.name));
                continue;
            };
            let literal = Literal { schema: self.schema, argument: &argument.name, owner: format!("{kind} '{name}'") };
            let mut found = Vec::new();
            literal.check(&definition.ty, &argument.value, &mut found);
            let path = with(path, &argument.name);
            self.findings
                .extend(found.into_iter().map(|(at, finding)| finding.at(at, &self.document.sources).along(&path)));
        }
        let missing: Vec<&str> = definitions
            .iter()
            .filter(|definition| definition.is_required())
            .filter(|definition| !given.iter().any(|argument| argument.name == definition.name))
            .map(|definition| definition.name.as_str())
            .collect();
        if !missing.is_empty() {
            let message = format!("{kind} '{name}' is missing required arguments: {}", missing.join(", "));
            let finding = Finding::new(message)
                .code("missingRequiredArguments")
                .with("className", kind)
                .with("name", name.as_str())
                .with("arguments", missing.join(", "));
            self.found(finding, node, path);
        }
    }

    fn unused(&mut self, operation: &Node<apollo_compiler::ast::OperationDefinition>, path: &[String]) {
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

fn with(path: &[String], name: &Name) -> Vec<String> {
    let mut path = path.to_vec();
    path.push(name.to_string());
    path
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
