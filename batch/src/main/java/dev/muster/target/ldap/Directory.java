package dev.muster.target.ldap;

import dev.muster.model.SiteKey;

/** The parts that work together on one server. */
record Directory(
        Exchange exchange,
        AttributeNames names,
        PersonMapping mapping,
        EntryChange change,
        People people,
        AddressAdmins addressAdmins,
        Memberships memberships) {
    static Directory of(LdapSettings settings, SiteKey siteKey) {
        Exchange exchange = new Exchange(settings.server());
        AttributeNames names = new AttributeNames(settings, exchange);
        PersonMapping mapping = new PersonMapping(settings, names, siteKey);
        People people = new People(settings.tree(), exchange, names);
        return new Directory(
                exchange,
                names,
                mapping,
                new EntryChange(mapping, names, settings.person()),
                people,
                new AddressAdmins(settings.tree(), people, exchange),
                new Memberships(settings.tree(), people, exchange));
    }
}
