package app.countersign.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** {@code /search?q=}: everything that carries the words looked for. */
@Named
@RequestScoped
public class SearchPage {

    /** @param kind the key of its kind: {@code contract}
     * @param title what a person calls it
     * @param detail what tells it from others like it */
    public record Found(String kind, String title, String detail, String href) {}

    private String words;

    public List<Found> getFound() {
        return List.of();
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words == null ? "" : words.strip();
    }
}
