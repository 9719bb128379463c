package app.countersign.desk.web;

/**
 * A part of the picture of contracts by state.
 *
 * @param state the state's name in kebab case, which also gives its look
 * @param word the state in the reader's language
 * @param count how many
 * @param href the list of them
 */
public record Share(String state, String word, long count, String href) {}
