package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

/** Every store is opened like this. */
final class OneMeans extends AllMeans {

    interface Opening {
        Work of(Errand errand) throws SQLException, Trouble;
    }

    private final Opening opening;

    OneMeans(Opening opening) {
        this.opening = opening;
    }

    @Override
    Means of(Store any) {
        return new Means() {
            @Override
            public StoreKind kind() {
                return StoreKind.JDBC;
            }

            @Override
            public Work open(Errand errand) throws Trouble {
                try {
                    return opening.of(errand);
                } catch (SQLException e) {
                    throw Trouble.of(e, "x");
                }
            }

            @Override
            public void ask(Store store) {
                assertThat(store).isNotNull();
            }
        };
    }
}
