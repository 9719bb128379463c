/**
 * What a contract form says: its words for people, its terms for the machine.
 *
 * <p>A form is a folder: {@code words.<language>.xhtml}, {@code layout.css}, {@code terms.yaml}. This room reads such a
 * folder, refuses it with file and line when words and terms do not fit together or a point of Art. 28(3) GDPR is
 * missing, and answers what is promised, by which clause. It is plain Java and knows no framework, no database and no
 * clock, so that the same code judges a folder on disk, in the build and in a frozen copy.
 *
 * <p>Terms are generic on purpose: a kind of term is an entry of {@code kinds.yaml} with its keys and their shapes, and
 * the room that acts on that kind asks for it by name. A new kind, like a new form, needs no Java here.
 */
package app.countersign.terms;
