package app.countersign.retention;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order the rows go that belong to others: the deepest first. A table that refers to one which goes before it
 * lets go of the reference, where the column may be empty; where it may not, nothing is deleted.
 */
final class Dependants {

    /** More is no schema that anybody could approve. */
    private static final int MOST = 200;

    private final Catalogue catalogue;
    private final List<ForeignKey> declared;
    private final List<Step> steps = new ArrayList<>();

    private Dependants(Catalogue catalogue, List<ForeignKey> declared) {
        this.catalogue = catalogue;
        this.declared = declared;
    }

    static List<Step> of(Catalogue catalogue, TableName root, List<ForeignKey> declared) throws SQLException, Trouble {
        Dependants dependants = new Dependants(catalogue, declared);
        for (ForeignKey key : dependants.keys(root)) {
            dependants.add(Step.of(key), List.of(root));
        }
        return dependants.steps;
    }

    /** @param above the tables on the way down, the rule's own first */
    private void add(Step step, List<TableName> above) throws SQLException, Trouble {
        ForeignKey key = step.path().get(step.path().size() - 1);
        if (key.declared()) {
            requireThere(key.child(), key.columns());
            requireThere(key.child(), key.only().stream().map(Condition::column).toList());
            requireThere(key.parent(), key.parentColumns());
        }
        if (steps.size() >= MOST) {
            throw Trouble.because("retention.doubt.tangled", MOST);
        }
        if (above.contains(key.child())) {
            requireOptional(key);
            steps.add(step.detaching());
            return;
        }
        List<TableName> here =
                Stream.concat(above.stream(), Stream.of(key.child())).toList();
        for (ForeignKey below : keys(key.child())) {
            add(step.below(below), here);
        }
        steps.add(step);
    }

    private List<ForeignKey> keys(TableName parent) throws SQLException {
        return Stream.concat(
                        catalogue.pointingAt(parent).stream(),
                        declared.stream().filter(key -> key.parent().equals(parent)))
                .distinct()
                .toList();
    }

    /** A name that a table lacks would be taken for that of another one around it, and fit every row. */
    private void requireThere(TableName name, List<String> columns) throws SQLException, Trouble {
        Table table = known(name);
        for (String column : columns) {
            if (table.column(column).isEmpty()) {
                throw Trouble.because("retention.doubt.column-gone", column, name.toString());
            }
        }
    }

    private Table known(TableName name) throws SQLException, Trouble {
        return catalogue.table(name).orElseThrow(() -> Trouble.because("retention.doubt.table-gone", name.toString()));
    }

    private void requireOptional(ForeignKey key) throws SQLException, Trouble {
        Table table = known(key.child());
        for (String column : key.columns()) {
            boolean optional = table.column(column).filter(Column::nullable).isPresent();
            if (!optional) {
                throw Trouble.because("retention.doubt.cycle", key.child().toString(), column);
            }
        }
    }
}
