use apollo_compiler::executable::{Field, Operation, OperationType, SelectionSet};
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema};

use super::connections::{fields, is_connection, nodes};
use super::whole::{Page, Rewriting};

/// A bulk query as it is run: root by root, each by itself.
pub(super) struct Plan<'d> {
    schema: &'d Schema,
    document: &'d ExecutableDocument,
    operation: &'d Operation,
    roots: Vec<Field>,
}

/// Where the nodes of a connection are in an answer, and what is below each of them.
#[derive(Debug)]
pub(super) struct Shape {
    /// The keys from the object around it to the connection.
    pub path: Vec<String>,
    pub below: Vec<Shape>,
}

impl<'d> Plan<'d> {
    pub(super) fn read(schema: &'d Schema, document: &'d ExecutableDocument, operation: &'d Operation) -> Self {
        let mut roots: Vec<Field> = Vec::new();
        for field in fields(document, &operation.selection_set) {
            match roots.iter_mut().find(|root| root.response_key() == field.response_key()) {
                Some(root) => root.selection_set.selections.extend(field.selection_set.selections.iter().cloned()),
                None => roots.push(field.clone()),
            }
        }
        Self { schema, document, operation, roots }
    }

    /// The root with this number.
    pub(super) fn root(&self, number: usize) -> Option<&Field> {
        self.roots.get(number)
    }

    /// Whether the root is read page by page, or at once.
    pub(super) fn is_paged(&self, root: &Field) -> bool {
        is_connection(self.schema, root.definition.ty.inner_named_type())
    }

    /// The document that reads a page of this root.
    pub(super) fn document(&self, root: &Field, page: &Page<'_>) -> Option<Valid<ExecutableDocument>> {
        let rewriting = Rewriting { schema: self.schema, document: self.document };
        let mut selection_set = SelectionSet::new(self.operation.selection_set.ty.clone());
        selection_set.push(rewriting.root(root, page)?);
        let operation = Operation {
            operation_type: OperationType::Query,
            name: None,
            variables: Vec::new(),
            directives: Default::default(),
            selection_set,
        };
        let mut document = ExecutableDocument::new();
        document.operations.insert(operation);
        // Made of a valid document, and of a mark that no schema knows.
        Some(Valid::assume_valid(document))
    }

    /// Where the connections of this root are.
    pub(super) fn shapes(&self, root: &Field) -> Vec<Shape> {
        let mut shapes = Vec::new();
        self.shape(root, Vec::new(), &mut shapes);
        shapes
    }

    fn shape(&self, field: &Field, mut path: Vec<String>, shapes: &mut Vec<Shape>) {
        path.push(field.response_key().to_string());
        if !is_connection(self.schema, field.definition.ty.inner_named_type()) {
            for field in fields(self.document, &field.selection_set) {
                self.shape(field, path.clone(), shapes);
            }
            return;
        }
        let mut below = Vec::new();
        for set in nodes(self.document, field) {
            for field in fields(self.document, set) {
                self.shape(field, Vec::new(), &mut below);
            }
        }
        match shapes.iter_mut().find(|shape| shape.path == path) {
            Some(shape) => shape.below.append(&mut below),
            None => shapes.push(Shape { path, below }),
        }
    }
}
