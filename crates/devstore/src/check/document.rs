use apollo_compiler::ast::{
    Argument, Definition, DirectiveList, DirectiveLocation, Document, Field, InputValueDefinition, OperationType,
    Selection,
};
use apollo_compiler::schema::ExtendedType;
use apollo_compiler::{Name, Node, Schema};

use super::finding::Finding;
use super::literal::{Literal, Variables, expected};

/// Checks a document as the real store does, with its texts and codes. What it does not know, apollo-compiler's own
/// validation finds.
pub(crate) fn check(schema: &Schema, document: &Document) -> Vec<Finding> {
    let mut check = Check { schema, document, variables: declared(document), findings: Vec::new() };
    for definition in &document.definitions {
        match definition {
            Definition::OperationDefinition(operation) => {
                let name = operation.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
                let path = vec![format!("{}{name}", operation.operation_type)];
                check.variables(operation, &path);
                check.directives(&operation.directives, place_of(operation.operation_type), &path);
                let root = schema.root_operation(operation.operation_type);
                check.selections(&operation.selection_set, root.map(Name::as_str), &path);
                check.usage(operation, &path);
            }
            Definition::FragmentDefinition(fragment) => {
                let path = vec![format!("fragment {}", fragment.name)];
                check.condition(&fragment.type_condition, &path);
                check.directives(&fragment.directives, DirectiveLocation::FragmentDefinition, &path);
                check.selections(&fragment.selection_set, Some(&fragment.type_condition), &path);
            }
            _ => {}
        }
    }
    check.fragments();
    check.findings
}

pub(super) struct Check<'d> {
    schema: &'d Schema,
    pub(super) document: &'d Document,
    variables: Variables,
    findings: Vec<Finding>,
}

impl Check<'_> {
    pub(super) fn found<T>(&mut self, finding: Finding, at: &Node<T>, path: &[String]) {
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
                    self.directives(&fragment.directives, DirectiveLocation::InlineFragment, &path);
                    self.selections(&fragment.selection_set, name.map(Name::as_str).or(parent), &path);
                }
                Selection::FragmentSpread(spread) => {
                    self.directives(&spread.directives, DirectiveLocation::FragmentSpread, path);
                }
            }
        }
    }

    fn field(&mut self, field: &Node<Field>, parent: Option<&str>, path: &[String]) {
        let mut path = path.to_vec();
        path.push(field.alias.as_ref().unwrap_or(&field.name).to_string());
        self.directives(&field.directives, DirectiveLocation::Field, &path);
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

    fn directives(&mut self, directives: &DirectiveList, place: DirectiveLocation, path: &[String]) {
        for directive in directives.iter() {
            let Some(definition) = self.schema.directive_definitions.get(&directive.name) else {
                let finding = Finding::new(format!("Directive @{} is not defined", directive.name))
                    .code("undefinedDirective")
                    .with("directiveName", directive.name.as_str());
                self.found(finding, directive, path);
                continue;
            };
            let definition = definition.clone();
            if !definition.locations.contains(&place) {
                let allowed: Vec<&str> = definition.locations.iter().map(|place| plural(*place)).collect();
                let message = format!(
                    "'@{}' can't be applied to {} (allowed: {})",
                    directive.name,
                    plural(place),
                    allowed.join(", ")
                );
                let finding = Finding::new(message)
                    .code("directiveCannotBeApplied")
                    .with("targetName", plural(place))
                    .with("name", directive.name.as_str());
                self.found(finding, directive, path);
            }
            self.arguments(directive, &directive.name, "Directive", &directive.arguments, &definition.arguments, path);
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
            let literal = Literal {
                schema: self.schema,
                variables: &self.variables,
                argument: &argument.name,
                owner: format!("{kind} '{name}'"),
            };
            let mut found = Vec::new();
            literal.check(&expected(definition), &argument.value, &mut found);
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
}

fn with(path: &[String], name: &Name) -> Vec<String> {
    let mut path = path.to_vec();
    path.push(name.to_string());
    path
}

/// The variables that the operations declare: fragments may use those of any of them.
fn declared(document: &Document) -> Variables {
    let operations = document.definitions.iter().filter_map(|definition| match definition {
        Definition::OperationDefinition(operation) => Some(operation),
        _ => None,
    });
    operations
        .flat_map(|operation| &operation.variables)
        .map(|variable| (variable.name.clone(), ((*variable.ty).clone(), variable.default_value.is_some())))
        .collect()
}

const fn place_of(operation: OperationType) -> DirectiveLocation {
    match operation {
        OperationType::Query => DirectiveLocation::Query,
        OperationType::Mutation => DirectiveLocation::Mutation,
        OperationType::Subscription => DirectiveLocation::Subscription,
    }
}

const fn plural(place: DirectiveLocation) -> &'static str {
    match place {
        DirectiveLocation::Query => "queries",
        DirectiveLocation::Mutation => "mutations",
        DirectiveLocation::Subscription => "subscriptions",
        DirectiveLocation::Field => "fields",
        DirectiveLocation::FragmentDefinition => "fragment definitions",
        DirectiveLocation::FragmentSpread => "fragment spreads",
        DirectiveLocation::InlineFragment => "inline fragments",
        _ => "other places",
    }
}
