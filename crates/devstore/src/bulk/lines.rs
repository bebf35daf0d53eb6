use std::collections::VecDeque;

use apollo_compiler::response::{JsonMap, JsonValue};

use super::plan::Shape;

/// Records as they stand in a result, a line each.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub text: Vec<u8>,
    /// All lines, and those of them that have no parent.
    pub objects: u64,
    pub roots: u64,
}

struct Record<'s> {
    node: JsonMap,
    parent: Option<JsonValue>,
    below: &'s [Shape],
}

impl Lines {
    /// Writes the nodes of an answer: every record on a line of its own, its connections taken out of it and written
    /// after it. Grouped, they follow at once; else those of the whole answer follow when its own level is done.
    pub(super) fn write(&mut self, mut answer: JsonMap, shapes: &[Shape], grouped: bool) {
        let mut waiting: VecDeque<Record<'_>> = taken(&mut answer, shapes, None).into();
        while let Some(mut record) = waiting.pop_front() {
            let parent = record.node.get("id").cloned();
            let children = taken(&mut record.node, record.below, parent.as_ref());
            self.line(record.node, record.parent);
            if grouped {
                for child in children.into_iter().rev() {
                    waiting.push_front(child);
                }
            } else {
                waiting.extend(children);
            }
        }
    }

    fn line(&mut self, mut node: JsonMap, parent: Option<JsonValue>) {
        self.objects += 1;
        match parent {
            Some(parent) => {
                node.insert("__parentId", parent);
            }
            None => self.roots += 1,
        }
        // An object of texts and numbers can be written.
        if serde_json::to_writer(&mut self.text, &node).is_ok() {
            self.text.push(b'\n');
        }
    }
}

/// The nodes of the connections in `object`, which are no longer in it.
fn taken<'s>(object: &mut JsonMap, shapes: &'s [Shape], parent: Option<&JsonValue>) -> Vec<Record<'s>> {
    let mut records = Vec::new();
    for shape in shapes {
        let Some(JsonValue::Object(mut connection)) = take(object, &shape.path) else { continue };
        let Some(JsonValue::Array(edges)) = connection.remove("edges") else { continue };
        for edge in edges {
            let JsonValue::Object(mut edge) = edge else { continue };
            if let Some(JsonValue::Object(node)) = edge.remove("node") {
                records.push(Record { node, parent: parent.cloned(), below: &shape.below });
            }
        }
    }
    records
}

fn take(object: &mut JsonMap, path: &[String]) -> Option<JsonValue> {
    let (last, before) = path.split_last()?;
    let mut object = object;
    for key in before {
        object = object.get_mut(key.as_str())?.as_object_mut()?;
    }
    // The map's own removal would bring the rest out of its order.
    let mut taken = None;
    *object = std::mem::take(object)
        .into_iter()
        .filter_map(|(key, value)| {
            if key.as_str() == last {
                taken = Some(value);
                return None;
            }
            Some((key, value))
        })
        .collect();
    taken
}
