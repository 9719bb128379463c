package app.countersign.kernel.web;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Session ids of 256 random bits. The server's own have 64, beside the time and an object's hash (ASVS 7.2.3 wants 128),
 * and it takes another generator only from a class on its own class path. So the one that it would use is put in by
 * reflection; a server that is built otherwise keeps its own and the log says so.
 */
final class SessionIds {

    private static final Logger LOG = Logger.getLogger(SessionIds.class.getName());
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionIds() {}

    static void lengthen(ServletContext context) {
        try {
            Object manager = manager(context);
            Method setter = Arrays.stream(manager.getClass().getMethods())
                    .filter(method -> method.getName().equals("setUuidGenerator"))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodException("setUuidGenerator"));
            Class<?> type = setter.getParameterTypes()[0];
            setter.invoke(
                    manager, Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, SessionIds::answer));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.WARNING, "session ids are the server''s own: {0}", e.toString());
        }
    }

    private static Object manager(ServletContext context) throws ReflectiveOperationException {
        Object inner = context;
        while (Arrays.stream(inner.getClass().getMethods())
                .noneMatch(method -> method.getName().equals("getManager"))) {
            inner = contextIn(inner);
        }
        return inner.getClass().getMethod("getManager").invoke(inner);
    }

    private static Object contextIn(Object facade) throws ReflectiveOperationException {
        for (Class<?> type = facade.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals("context")) {
                    field.setAccessible(true);
                    return field.get(facade);
                }
            }
        }
        throw new NoSuchFieldException("context in " + facade.getClass());
    }

    private static Object answer(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> fresh();
        };
    }

    private static String fresh() {
        byte[] id = new byte[BYTES];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
