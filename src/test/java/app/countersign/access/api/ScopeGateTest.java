package app.countersign.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.Scoped;
import app.countersign.access.Scopes;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeGateTest {

    /** What may be asked without a key. Whoever adds to it opens a door to strangers. */
    private static final Set<String> OPEN = Set.of("VerificationsResource.verify");

    private record Operation(Class<?> resource, Method method, String http) {

        String name() {
            return resource.getSimpleName() + "." + method.getName();
        }

        String area() {
            return ScopeGate.area(resource, method).orElse(null);
        }
    }

    @Test
    void every_operation_names_a_scope_that_there_is() {
        List<Operation> operations = operations();

        assertThat(operations).hasSizeGreaterThan(25);
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.area()).as("scope of %s", operation.name()).isNotNull();
            if (!OPEN.contains(operation.name())) {
                assertThat(Scopes.needed(operation.area(), operation.http()))
                        .as("scope of %s", operation.name())
                        .isPresent();
            }
        });
    }

    @Test
    void nothing_is_open_to_strangers_but_what_is_named_here() {
        assertThat(operations().stream()
                        .filter(operation -> Scoped.OPEN.equals(operation.area()))
                        .map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "contracts, GET, contracts:read",
        "contracts, HEAD, contracts:read",
        "contracts, POST, contracts:write",
        "contracts, DELETE, contracts:write",
        "contracts, BREW, contracts:write",
        "countersign, GET, countersign",
        "countersign, POST, countersign"
    })
    void reading_and_writing_are_told_apart(String area, String method, String scope) {
        assertThat(Scopes.needed(area, method)).hasValue(scope);
    }

    @ParameterizedTest
    @CsvSource({"trail, POST", "templates, PUT", "contract, GET", "contracts:read, POST"})
    void where_there_is_no_scope_nobody_may(String area, String method) {
        assertThat(Scopes.needed(area, method).filter(scope -> scope.endsWith(":write")))
                .isEmpty();
    }

    private static List<Operation> operations() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.countersign").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(ScopeGateTest::operations)
                        .toList();
    }

    private static Stream<Operation> operations(Class<?> resource) {
        return Stream.of(resource.getDeclaredMethods())
                .flatMap(method -> Stream.of(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                        .map(type -> type.getAnnotation(HttpMethod.class).value())
                        .map(http -> new Operation(resource, method, http)));
    }
}
