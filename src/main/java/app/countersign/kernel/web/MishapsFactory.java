package app.countersign.kernel.web;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link Mishaps} in front of what Faces does with an exception. */
public class MishapsFactory extends ExceptionHandlerFactory {

    public MishapsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Mishaps(getWrapped().getExceptionHandler());
    }
}
