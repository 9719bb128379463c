package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class SignedHowConverter extends KebabCase<SignedHow> implements AttributeConverter<SignedHow, String> {

    SignedHowConverter() {
        super(SignedHow.class);
    }
}
