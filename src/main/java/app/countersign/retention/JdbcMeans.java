package app.countersign.retention;

import app.countersign.kernel.Refused;
import app.countersign.kernel.Secret;
import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Databases, by JDBC. */
@ApplicationScoped
class JdbcMeans implements Means {

    /** A clock that is further off than that is wrong, and nobody knows which of the two. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

    private static final int SECONDS = 20;

    @Inject
    private Vault vault;

    @Inject
    private Drivers drivers;

    @Inject
    private Pseudonyms pseudonyms;

    @Override
    public StoreKind kind() {
        return StoreKind.JDBC;
    }

    @Override
    public Work open(Errand errand) throws Trouble {
        Line line = line(errand.store());
        try {
            return work(line, errand);
        } catch (SQLException e) {
            close(line);
            throw Trouble.of(e, errand.rule().table().toString());
        } catch (Trouble | RuntimeException e) {
            close(line);
            throw e;
        }
    }

    private Work work(Line line, Errand errand) throws SQLException, Trouble {
        if (line.product().isReadOnly(line.connection())) {
            throw Trouble.because("retention.problem.read-only", errand.store().name());
        }
        requireSameTime(line, errand.now());
        Plan plan = Plan.of(line, errand);
        line.rollback();
        return new JdbcWork(line, plan, errand, pseudonyms);
    }

    static void requireSameTime(Line line, Instant now) throws SQLException, Trouble {
        Optional<Instant> told = line.product().now(line.connection());
        if (told.isPresent()) {
            Instant theirs = told.get();
            if (Duration.between(now, theirs).abs().compareTo(CLOCKS_DIFFER) > 0) {
                throw Trouble.because("retention.doubt.clock", theirs.toString(), now.toString());
            }
        }
    }

    @Override
    public void ask(Store store) throws Trouble {
        Line line = line(store);
        try {
            new Catalogue(line.connection()).tables();
        } catch (SQLException e) {
            throw Trouble.of(e, store.name());
        } finally {
            close(line);
        }
    }

    /** @throws Refused if it can't be reached */
    List<TableName> tables(Store store) {
        return looked(store, Catalogue::tables);
    }

    /** @throws Refused if it can't be reached */
    Optional<Table> table(Store store, TableName name) {
        return looked(store, catalogue -> catalogue.table(name));
    }

    private interface Look<T> {
        T into(Catalogue catalogue) throws SQLException;
    }

    private <T> T looked(Store store, Look<T> look) {
        try {
            Line line = line(store);
            try {
                return look.into(new Catalogue(line.connection()));
            } catch (SQLException e) {
                throw Trouble.of(e, store.name());
            } finally {
                close(line);
            }
        } catch (Trouble e) {
            throw new Refused(e.reason());
        }
    }

    Line line(Store store) throws Trouble {
        byte[] password = store.password();
        if (password == null) {
            return Line.to(drivers.of(store.location()), store.location(), store.userName(), Secret.of(""));
        }
        byte[] plain = vault.reveal(password, ConcealedStorePasswords.purposeOf(store.id()));
        try {
            return Line.to(
                    drivers.of(store.location()),
                    store.location(),
                    store.userName(),
                    Secret.of(new String(plain, StandardCharsets.UTF_8)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static void close(Line line) {
        try {
            line.close();
        } catch (SQLException e) {
            // It is of no more use either way.
            return;
        }
    }
}
