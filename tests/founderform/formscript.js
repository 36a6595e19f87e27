// Runs behind resources/founderform/form.js and the fields of a form (`fields`, from tst_formscript): what is typed in each
// way of writing numbers, what is said about it, and an answer to all fields, printed for the program to read.
/* global founderForm, fields, print */
(function () {
    'use strict';
    var failures = 0;

    function same(what, found, expected) {
        if (JSON.stringify(found) !== JSON.stringify(expected)) {
            failures += 1;
            print('FAIL ' + what + ': found ' + JSON.stringify(found) + ', expected ' + JSON.stringify(expected));
        }
    }

    // typed, format, plain notation (null: refused)
    [
        ['1,234.5', 'us', '1234.5'], ['1234.5', 'us', '1234.5'], ['1.234', 'us', '1.234'], ['1,23', 'us', null],
        ['1.234,5', 'de', '1234.5'], ['1.234', 'de', '1234'], ['1234,5', 'de', '1234.5'], ['7000.50', 'de', null],
        ['1 234,5', 'de', '1234.5'], ['12.34', 'de', null], ['1\u202f234,5', 'fr', '1234.5'], ['1\u2019234.5', 'ch', '1234.5'],
        ['1\'234.5', 'ch', '1234.5'], ['$7,000', 'us', '7000'], ['7k', 'us', '7000'], ['7,5k', 'de', '7500'],
        ['1.5m', 'us', '1500000'], ['\u221210', 'us', '-10'], ['-0', 'us', '0'], ['007', 'us', '7'], ['', 'us', null],
        ['.', 'us', null], ['abc', 'us', null], ['1e5', 'us', null], ['1,234,56', 'us', null], ['.5', 'us', '0.5']
    ].forEach(function (row) {
        same('plain ' + row[0] + ' in ' + row[1], founderForm.plainNumber(row[0], row[1], 0), row[2]);
    });
    same('percent', founderForm.plainNumber('12,5 %', 'de', -2), '0.125');
    same('percent back', founderForm.shownNumber('0.125', 'de', 2, true), '12,5');
    same('shown', founderForm.shownNumber('1234567.5', 'de', 0, true), '1.234.567,5');
    same('shown in France', founderForm.shownNumber('-1234.5', 'fr', 0, true), '-1 234,5');
    same('compared', [founderForm.compared('999999999999.99', '1000000000000'), founderForm.compared('-1', '-0.9'),
        founderForm.compared('1.50', '1.5')], [-1, -1, 0]);
    same('day', founderForm.dayOf(new Date(2026, 10, 27, 23, 59)), '2026-11-27');

    function spec(kind, more) {
        var made = { path: 'x', kind: kind, unit: '', least: '0', most: '1000', leastExcluded: false, decimals: 6,
            leastCharacters: 0, mostCharacters: 10, mostEntries: 2, form: '', isChoice: false };
        for (var key in more)
            made[key] = more[key];
        return made;
    }

    // spec, typed, format, value or the sentence
    [
        [spec('number'), '12,5', 'de', { error: 'A whole number is needed, from 0 to 1.000.' }],
        [spec('number'), '1001', 'us', { error: 'This has to be from 0 to 1,000.' }],
        [spec('number'), 'many', 'de', { error: 'This is not a number. Write it like 5.000.' }],
        [spec('number'), ' ', 'us', { value: null }],
        [spec('decimal', { leastExcluded: true, most: '31' }), '0', 'us', { error: 'This has to be more than 0 to 31.' }],
        [spec('money', { decimals: 2 }), '1,234', 'de', { error: 'At most 2 decimals, please.' }],
        [spec('money', { decimals: 2, most: '10000' }), '1.234,5', 'de', { value: '1234.5' }],
        [spec('percent', { most: '1' }), '150', 'us', { error: 'This has to be from 0 to 100.' }],
        [spec('range'), '10 bis 20', 'de', { value: [10, 20] }],
        [spec('range'), '20 to 10', 'us', { error: 'Write the smaller number first.' }],
        [spec('range'), '20', 'us', { error: 'Write the least and the most, like 3,500 to 8,000.' }],
        [spec('date'), '2027-02-30', 'us', { error: 'Write the date as year, month and day: 2027-01-31.' }],
        [spec('date'), '2028-02-29', 'us', { value: '2028-02-29' }],
        [spec('month'), '2027-13', 'us', { error: 'Write the month as year and month: 2027-01.' }],
        [spec('line', { form: 'account', mostCharacters: 12 }), '1111-2222-3333', 'us', { value: '111122223333' }],
        [spec('line', { form: 'account', mostCharacters: 12 }), '11112222', 'us',
            { error: 'An AWS account ID has 12 digits, like 1111-2222-3333.' }],
        [spec('line', { form: 'phone', mostCharacters: 80 }), '+49 (30) 123-456', 'us', { value: '+4930123456' }],
        [spec('line'), 'a  b\nc', 'us', { value: 'a b c' }],
        [spec('line'), '12345678901', 'us', { error: 'This has 11 characters; at most 10 fit.' }],
        [spec('line'), '\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80', 'us',
            { value: '\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80' }],
        [spec('texts'), 'a\n\n b ;', 'us', { value: ['a', 'b'] }],
        [spec('texts'), 'a\nb\nc', 'us', { error: 'At most 2 of these fit.' }],
        [spec('flag'), 'false', 'us', { value: false }]
    ].forEach(function (row) {
        same(row[0].kind + ' "' + row[1] + '" in ' + row[2], founderForm.check(row[0], row[1], row[2]), row[3]);
    });

    // What is known is shown in every format so that reading it gives it again.
    ['us', 'de', 'fr', 'ch'].forEach(function (format) {
        fields.forEach(function (field) {
            var text = founderForm.shown(field, field.was, format);
            same(field.path + ' "' + text + '" in ' + format, founderForm.check(field, text, format), { value: field.was });
        });
    });

    var header = { caseId: 'ae0eae59-a52b-4df2-b2c3-3a4c96a79b6a', company: 'K\u00f6ln \ud83d\ude80', revision: 3,
        worksheet: new Array(65).join('a'), filledInBy: 'Ada Reyes', filledInOn: '2026-11-27', remark: '' };
    var rows = fields.map(function (field) { return { path: field.path, kind: field.kind, was: null, is: field.was }; });
    // Not changed: not in the answer.
    rows.push({ path: 'company/duns', kind: 'line', was: '1', is: '1' });
    rows.push({ path: 'company/lastRound/amountUsd', kind: 'money', was: '9000000.00', is: '9000000' });
    // Known before as not known: nothing new. Not known now: an answer without a value.
    rows.push({ path: 'company/city', kind: 'line', was: null, is: null, unknown: true, wasUnknown: true });
    same('not known', founderForm.answerOf(header, [{ path: 'x', kind: 'line', was: 'a', is: null, unknown: true }], [],
        ['contacts/a']), { format: 'briefstack-answer', version: 1, caseId: header.caseId, company: header.company,
        revision: 3, worksheet: header.worksheet, filledInBy: 'Ada Reyes', filledInOn: '2026-11-27', remark: '', added: [],
        removed: ['contacts/a'], answers: [{ field: 'x', was: 'a', is: null, unknown: true }] });
    var answer = founderForm.answerOf(header, rows, [], []);
    same('count', answer.answers.length, fields.filter(function (field) { return field.was !== null; }).length);
    // This engine prints half characters each for itself, which is no UTF-8.
    var printed = JSON.stringify(answer).replace(/[\ud800-\udfff]/g, function (half) {
        return '\\u' + half.charCodeAt(0).toString(16);
    });
    print(failures === 0 ? 'ANSWER ' + printed : 'FAILED ' + failures);
    print(founderForm.mailBlock(JSON.stringify(answer)));
}());
