package app.countersign.retention;

import java.util.List;

/**
 * The one person whose rows are meant, whatever their age.
 *
 * @param persons as the stores' subject columns call them; a row is theirs that has any of these
 * @param byController whether only those rows are meant that are of the errand's tenants
 */
record Sought(List<String> persons, boolean byController) {

    Sought {
        persons = List.copyOf(persons);
    }

    /** Nobody is told of in a log. */
    @Override
    public String toString() {
        return "a person";
    }
}
