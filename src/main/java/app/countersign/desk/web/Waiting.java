package app.countersign.desk.web;

/**
 * Something that waits for the person.
 *
 * @param what in words, in the reader's language
 * @param href where it is done
 * @param act what is to be done, as one word
 */
public record Waiting(String what, String href, String act) {}
