// graphql-js, the reference implementation, on what a devstore tells of its schema: the schema must be one, and every
// document in FOLDER must be valid for it. Prints what it found, as JSON.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { buildClientSchema, parse, validate, validateSchema } from "graphql";

const [introspection, folder] = process.argv.slice(2);
const schema = buildClientSchema(JSON.parse(readFileSync(introspection, "utf8")));
const errors = validateSchema(schema).map((error) => error.message);
const documents = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
for (const name of documents) {
  const found = validate(schema, parse(readFileSync(join(folder, name), "utf8")));
  errors.push(...found.map((error) => `${name}: ${error.message}`));
}
console.log(JSON.stringify({ types: Object.keys(schema.getTypeMap()).length, documents: documents.length, errors }));
