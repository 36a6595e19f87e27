// The founder's worksheet in a browser: reads what is typed, says what is wrong at the field, saves the answer.
// Runs from a file without a network. Plain ECMAScript 5, so that any browser takes it; what does not need a page is tested
// without one. Values are those of the worksheet format, for which the program that reads the answer has the same limits.
var founderForm = (function () {
    'use strict';

    var SPACES = /[\s\u00a0\u2009\u202f]/g;
    var LARGEST_ANSWER = 1024 * 1024;

    // ---- Numbers -------------------------------------------------------------------------------------------------

    // How numbers are written: decimal sign and grouping sign.
    var FORMATS = {
        'us': { decimal: '.', group: ',' },
        'de': { decimal: ',', group: '.' },
        'fr': { decimal: ',', group: ' ' },
        'ch': { decimal: '.', group: '\u2019' }
    };

    // The format that a browser's language uses; US for one that has another.
    function formatOf(language) {
        var written;
        try {
            written = (1234567.5).toLocaleString(language);
        } catch (refused) {
            return 'us';
        }
        var decimal = written.charAt(written.length - 2);
        var group = written.charAt(1).replace(SPACES, ' ').replace("'", '\u2019');
        for (var name in FORMATS) {
            if (FORMATS[name].decimal === decimal && FORMATS[name].group === group)
                return name;
        }
        return decimal === ',' ? 'de' : 'us';
    }

    function escaped(sign) {
        return sign.replace(/[.]/g, '\\.');
    }

    // Moves the decimal point of unsigned digits and takes needless zeros away.
    function shifted(whole, decimals, shift) {
        for (; shift > 0; --shift) {
            whole += decimals.charAt(0) || '0';
            decimals = decimals.substr(1);
        }
        for (; shift < 0; ++shift) {
            decimals = (whole.charAt(whole.length - 1) || '0') + decimals;
            whole = whole.substr(0, whole.length - 1);
        }
        whole = whole.replace(/^0+/, '') || '0';
        decimals = decimals.replace(/0+$/, '');
        return decimals ? whole + '.' + decimals : whole;
    }

    // What was typed, in plain notation ("1234.5"); null when it is no number in this format. Nothing is guessed: a point
    // in a German number groups thousands or is refused.
    function plainNumber(typed, format, shift) {
        var signs = FORMATS[format];
        var text = typed.replace(/^\s+|\s+$/g, '').replace(/^(US)?\$/, '').replace(/\s*(%|US\$|USD|\$)$/, '');
        text = text.replace(SPACES, ' ').replace(/'/g, '\u2019');
        var factor = /\s?([km])$/i.exec(text);
        if (factor)
            text = text.substr(0, text.length - factor[0].length);
        var groups = '(?:' + escaped(signs.group) + '|[ \u2019])';
        var number = new RegExp('^([-\u2212])?(\\d{1,3}(?:' + groups + '\\d{3})+|\\d*)(?:' + escaped(signs.decimal)
            + '(\\d*))?$').exec(text);
        if (!number || (!number[2] && !number[3]))
            return null;
        var exponent = factor ? (factor[1].toLowerCase() === 'k' ? 3 : 6) : 0;
        var plain = shifted(number[2].replace(/\D/g, ''), number[3] || '', exponent + shift);
        return number[1] && plain !== '0' ? '-' + plain : plain;
    }

    // A plain number as this format writes it.
    function shownNumber(plain, format, shift, isGrouped) {
        var signs = FORMATS[format];
        var negative = plain.charAt(0) === '-';
        var parts = (negative ? plain.substr(1) : plain).split('.');
        parts = shifted(parts[0], parts[1] || '', shift).split('.');
        var whole = isGrouped ? parts[0].replace(/\B(?=(\d{3})+$)/g, signs.group) : parts[0];
        return (negative ? '-' : '') + whole + (parts[1] ? signs.decimal + parts[1] : '');
    }

    // Plain numbers compared without rounding: -1, 0 or 1.
    function compared(one, other) {
        function parts(plain) {
            var negative = plain.charAt(0) === '-';
            var split = (negative ? plain.substr(1) : plain).split('.');
            return { sign: negative ? -1 : 1, whole: split[0], decimals: split[1] || '' };
        }
        var a = parts(one);
        var b = parts(other);
        if (a.sign !== b.sign)
            return a.sign;
        if (a.whole.length !== b.whole.length)
            return a.whole.length > b.whole.length ? a.sign : -a.sign;
        var left = a.whole + a.decimals;
        var right = b.whole + b.decimals;
        while (left.length < right.length)
            left += '0';
        while (right.length < left.length)
            right += '0';
        return left === right ? 0 : left > right ? a.sign : -a.sign;
    }

    // ---- Single answers ------------------------------------------------------------------------------------------

    function isNumeric(kind) {
        return kind === 'number' || kind === 'decimal' || kind === 'money' || kind === 'percent';
    }

    function shiftOf(kind) {
        return kind === 'percent' ? 2 : 0;
    }

    function isYear(spec) {
        return spec.unit === 'year';
    }

    function span(spec, format) {
        var shift = shiftOf(spec.kind);
        var least = shownNumber(spec.least, format, shift, !isYear(spec));
        var most = shownNumber(spec.most, format, shift, !isYear(spec));
        return (spec.leastExcluded ? 'more than ' : 'from ') + least + ' to ' + most;
    }

    function example(spec, format) {
        var plain = spec.kind === 'number' || spec.kind === 'range' ? '5000' : '1250.5';
        return isYear(spec) ? '2021' : shownNumber(plain, format, 0, true);
    }

    function wrong(sentence) {
        return { error: sentence };
    }

    function checkNumber(spec, typed, format) {
        var whole = spec.kind === 'number' || spec.kind === 'range';
        var plain = plainNumber(typed, format, -shiftOf(spec.kind));
        if (plain === null)
            return wrong('This is not a number. Write it like ' + example(spec, format) + '.');
        var decimals = (plain.split('.')[1] || '').length;
        if (whole && decimals > 0)
            return wrong('A whole number is needed, ' + span(spec, format) + '.');
        if (decimals > spec.decimals)
            return wrong('At most ' + (spec.decimals - shiftOf(spec.kind)) + ' decimals, please.');
        var low = compared(plain, spec.least);
        if (low < 0 || (low === 0 && spec.leastExcluded) || compared(plain, spec.most) > 0)
            return wrong('This has to be ' + span(spec, format) + '.');
        return { value: whole ? parseInt(plain, 10) : plain };
    }

    function checkRange(spec, typed, format) {
        var ends = typed.split(/\s*(?:\bto\b|\bbis\b|[\u2012-\u2015]|-)\s*/);
        if (ends.length !== 2 || !ends[0] || !ends[1])
            return wrong('Write the least and the most, like ' + shownNumber('3500', format, 0, true) + ' to '
                + shownNumber('8000', format, 0, true) + '.');
        var low = checkNumber(spec, ends[0], format);
        var high = checkNumber(spec, ends[1], format);
        if (low.error || high.error)
            return low.error ? low : high;
        return low.value > high.value ? wrong('Write the smaller number first.') : { value: [low.value, high.value] };
    }

    // Unicode code points, as the limits count.
    function lengthOf(text) {
        return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, 'x').length;
    }

    var FORMS = {
        account: { form: /^\d{12}$/, words: 'An AWS account ID has 12 digits, like 1111-2222-3333.', strip: true },
        duns: { form: /^\d{9}$/, words: 'A D-U-N-S number has 9 digits.', strip: true },
        phone: { form: /^\+[1-9]\d{1,14}$/, words: 'Write it with the country code, like +49 30 1234567.', strip: true },
        region: { form: /^[a-z]{2,}(-[a-z]+)+-\d+$/, words: 'Write an AWS Region code, like us-east-1 or eu-central-1.' },
        country: { form: /^[A-Z]{2}$/, words: 'Choose a country from the list.' }
    };

    function checkText(spec, typed) {
        var text = spec.kind === 'lines' ? typed : typed.replace(/\s+/g, ' ').replace(/^ | $/g, '');
        var form = FORMS[spec.form];
        if (form) {
            text = form.strip ? text.replace(/[\s().\u2010-\u2015\/-]/g, '') : text;
            text = spec.form === 'region' ? text.toLowerCase() : text;
            if (!form.form.test(text))
                return wrong(form.words);
        }
        var length = lengthOf(text);
        if (length > spec.mostCharacters)
            return wrong('This has ' + length + ' characters; at most ' + spec.mostCharacters + ' fit.');
        if (length < spec.leastCharacters)
            return wrong('This needs at least ' + spec.leastCharacters + ' characters.');
        return { value: text };
    }

    function checkTexts(spec, typed) {
        var texts = [];
        var lines = typed.split(/[\n;]/);
        for (var i = 0; i < lines.length; ++i) {
            var text = lines[i].replace(/^\s+|\s+$/g, '');
            if (lengthOf(text) > spec.mostCharacters)
                return wrong('One of these has ' + lengthOf(text) + ' characters; at most ' + spec.mostCharacters + ' fit.');
            if (text)
                texts.push(text);
        }
        return texts.length > spec.mostEntries ? wrong('At most ' + spec.mostEntries + ' of these fit.') : { value: texts };
    }

    function isDay(text) {
        var parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
        if (!parts || parts[1] < '1000')
            return false;
        var day = new Date(Date.UTC(+parts[1], parts[2] - 1, +parts[3]));
        return day.getUTCMonth() === parts[2] - 1 && day.getUTCDate() === +parts[3];
    }

    // What was typed as a value of the worksheet format (null: nothing), or one sentence on what is wrong with it.
    function check(spec, typed, format) {
        if (!typed.replace(/\s/g, ''))
            return { value: null };
        switch (spec.kind) {
        case 'number': case 'decimal': case 'money': case 'percent': return checkNumber(spec, typed, format);
        case 'range': return checkRange(spec, typed, format);
        case 'flag': return { value: typed === 'true' };
        case 'date': return isDay(typed) ? { value: typed } : wrong('Write the date as year, month and day: 2027-01-31.');
        case 'month':
            return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(typed) ? { value: typed }
                : wrong('Write the month as year and month: 2027-01.');
        case 'word': return { value: typed };
        case 'texts': return checkTexts(spec, typed);
        default: return checkText(spec, typed);
        }
    }

    // A value of the worksheet format as it stands in the field.
    function shown(spec, value, format) {
        if (value === null)
            return '';
        if (spec.kind === 'flag')
            return value ? 'true' : 'false';
        if (spec.kind === 'texts')
            return value.join('\n');
        if (spec.kind === 'range')
            return shownNumber(String(value[0]), format, 0, true) + ' to ' + shownNumber(String(value[1]), format, 0, true);
        if (isNumeric(spec.kind) && !spec.isChoice)
            return shownNumber(String(value), format, shiftOf(spec.kind), !isYear(spec))
                + (spec.kind === 'money' && /\.\d$/.test(String(value)) ? '0' : '');
        if (spec.form === 'account' && value.length === 12)
            return value.replace(/(\d{4})(?=\d)/g, '$1-');
        return String(value);
    }

    // ---- The answer ----------------------------------------------------------------------------------------------

    // 9000000.00 and 9000000 are one amount.
    function isSame(kind, one, other) {
        if (isNumeric(kind) && one !== null && other !== null)
            return compared(String(one), String(other)) === 0;
        return JSON.stringify(one) === JSON.stringify(other);
    }

    // `rows` are {path, kind, was, is, unknown, wasUnknown} of every field that was asked; only what is another now is
    // answered. `added` and `removed` are paths of entries.
    function answerOf(header, rows, added, removed) {
        var answers = [];
        for (var i = 0; i < rows.length; ++i) {
            var row = rows[i];
            if (row.unknown && !row.wasUnknown)
                answers.push({ field: row.path, was: row.was, is: null, unknown: true });
            else if (!isSame(row.kind, row.was, row.is))
                answers.push({ field: row.path, was: row.was, is: row.is });
        }
        return {
            format: 'briefstack-answer', version: 1,
            caseId: header.caseId, company: header.company, revision: header.revision, worksheet: header.worksheet,
            filledInBy: header.filledInBy, filledInOn: header.filledInOn, remark: header.remark,
            added: added, removed: removed, answers: answers
        };
    }

    function two(number) {
        return (number < 10 ? '0' : '') + number;
    }

    function dayOf(date) {
        return date.getFullYear() + '-' + two(date.getMonth() + 1) + '-' + two(date.getDate());
    }

    // UTF-8 bytes in base 64, in short lines between two marks: what survives being pasted into a mail.
    function mailBlock(text) {
        var signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
        var bytes = unescape(encodeURIComponent(text));
        var packed = '';
        for (var i = 0; i < bytes.length; i += 3) {
            var rest = bytes.length - i;
            var group = (bytes.charCodeAt(i) << 16) | ((rest > 1 ? bytes.charCodeAt(i + 1) : 0) << 8)
                | (rest > 2 ? bytes.charCodeAt(i + 2) : 0);
            packed += signs.charAt(group >> 18) + signs.charAt((group >> 12) & 63)
                + (rest > 1 ? signs.charAt((group >> 6) & 63) : '=') + (rest > 2 ? signs.charAt(group & 63) : '=');
        }
        return '-----BEGIN BRIEFSTACK ANSWER-----\n' + packed.replace(/(.{64})(?=.)/g, '$1\n')
            + '\n-----END BRIEFSTACK ANSWER-----\n';
    }

    // ---- The page ------------------------------------------------------------------------------------------------

    function start(page, browser) {
        var form = page.getElementById('form');
        var numbers = page.getElementById('numbers');
        var added = 0;
        var isSaved = true;

        function all(selector, inside) {
            return Array.prototype.slice.call((inside || page).querySelectorAll(selector));
        }

        // Lists stand in entries of lists: what is asked for is the list's own.
        function ownOf(list, selector) {
            return Array.prototype.filter.call(list.children, function (child) { return child.matches(selector); })[0];
        }

        function specOf(field) {
            var data = field.dataset;
            var input = inputOf(field);
            return {
                path: data.path, kind: data.kind, unit: data.unit || '', least: data.least, most: data.most,
                leastExcluded: data.leastExcluded === 'true', decimals: +(data.decimals || 0),
                leastCharacters: +(data.leastCharacters || 0), mostCharacters: +(data.mostCharacters || 0),
                mostEntries: +(data.mostEntries || 0), form: data.form || '', isChoice: input.tagName === 'SELECT',
                required: data.required === 'true', was: data.was ? JSON.parse(data.was) : null
            };
        }

        function inputOf(field) {
            return field.querySelector('input:not([type=checkbox]), select, textarea');
        }

        function unknownOf(field) {
            return field.querySelector('.unknown input');
        }

        function isUnknown(field) {
            var box = unknownOf(field);
            return !!box && box.checked;
        }

        function wasUnknown(field) {
            var box = unknownOf(field);
            return !!box && box.dataset.was === 'true';
        }

        function read(field) {
            var input = inputOf(field);
            if (input.validity && input.validity.badInput)
                return wrong('This date is not whole yet.');
            return check(specOf(field), input.value, numbers.value);
        }

        function say(field, sentence) {
            var input = inputOf(field);
            var place = field.querySelector('.error');
            place.textContent = sentence || '';
            place.hidden = !sentence;
            if (sentence)
                input.setAttribute('aria-invalid', 'true');
            else
                input.removeAttribute('aria-invalid');
        }

        function grow(area) {
            area.style.height = 'auto';
            area.style.height = (area.scrollHeight + 2) + 'px';
        }

        function show(field, value) {
            var input = inputOf(field);
            input.value = shown(specOf(field), value, numbers.value);
            if (input.tagName === 'TEXTAREA')
                grow(input);
        }

        // What is wrong with a field once everything around it is known.
        function problemOf(field) {
            var result = read(field);
            if (result.error)
                return result.error;
            var spec = specOf(field);
            var row = field.parentNode;
            var isRowUsed = all('.field', row).some(function (other) {
                return other.parentNode === row && inputOf(other).value;
            });
            if (spec.required && result.value === null && isRowUsed)
                return 'This is needed for the others here to count.';
            if (/\/users$/.test(spec.path) && result.value !== null) {
                var requests = all('.field', row).filter(function (other) {
                    return other.parentNode === row && /\/requestsPerDay$/.test(other.dataset.path)
                        && !/\/range\//.test(other.dataset.path);
                })[0];
                if (requests && inputOf(requests).value)
                    return 'Answer one of the two: requests a day, or users and how often each uses it. Empty the other.';
            }
            return '';
        }

        function progress() {
            var fields = all('.field');
            var given = fields.filter(function (field) {
                return inputOf(field).value !== '' || isUnknown(field);
            }).length;
            page.getElementById('done').max = fields.length;
            page.getElementById('done').value = given;
            page.getElementById('count').textContent = given + ' of ' + fields.length + ' answered';
        }

        // A value, or that it is not known: what was done last counts.
        function decide(field, touched) {
            var box = unknownOf(field);
            if (!box)
                return;
            if (touched !== box) {
                box.checked = box.checked && inputOf(field).value === '';
            } else if (box.checked) {
                show(field, null);
                say(field, '');
            }
        }

        function leave(field) {
            var result = read(field);
            if (!result.error)
                show(field, result.value);
            say(field, problemOf(field));
        }

        function addRow(list) {
            var blank = ownOf(list, 'template');
            var rows = ownOf(list, '.rows');
            if (rows.children.length >= +list.dataset.most)
                return null;
            added += 1;
            var id = 'new-' + added;
            var depth = '@' + list.dataset.depth;
            rows.insertAdjacentHTML('beforeend', blank.innerHTML.split(depth).join(id));
            var row = rows.lastElementChild;
            row.dataset.added = list.dataset.path + '/' + id;
            progress();
            return row;
        }

        // An entry that the form came with stays in sight, so that it can be put back.
        function takeOut(row, isOut) {
            row.classList.toggle('removed', isOut);
            ownOf(row, '.remove').textContent = isOut ? 'Put this entry back' : 'Remove this entry';
        }

        function header(now) {
            return {
                caseId: form.dataset.case, company: form.dataset.company, revision: +form.dataset.revision,
                worksheet: form.dataset.worksheet, filledInBy: page.getElementById('by').value.replace(/\s+/g, ' ').trim(),
                filledInOn: dayOf(now), remark: page.getElementById('remark').value.trim()
            };
        }

        function isEmpty(row) {
            return all('.field', row).every(function (field) { return inputOf(field).value === ''; });
        }

        // In an entry that is taken out.
        function isRemoved(place) {
            return !!place.closest('fieldset.removed');
        }

        function answer() {
            var rows = all('.field').filter(function (field) {
                if (isRemoved(field))
                    return false;
                for (var row = field.closest('[data-added]'); row; row = row.parentNode.closest('[data-added]')) {
                    if (isEmpty(row))
                        return false;
                }
                return true;
            }).map(function (field) {
                return {
                    path: field.dataset.path, kind: field.dataset.kind, was: specOf(field).was, is: read(field).value,
                    unknown: isUnknown(field), wasUnknown: wasUnknown(field)
                };
            });
            var entries = all('[data-added]').filter(function (row) { return !isEmpty(row) && !isRemoved(row); });
            // An entry in one that goes needs no word of its own.
            var removed = all('fieldset.removed').filter(function (row) { return !isRemoved(row.parentNode); });
            return answerOf(header(new Date()), rows, entries.map(function (row) { return row.dataset.added; }),
                removed.map(function (row) { return row.dataset.entry; }));
        }

        // Says what is wrong everywhere and goes to the first; whether nothing is.
        function isRight() {
            var first = null;
            all('.field').forEach(function (field) {
                var problem = isRemoved(field) ? '' : problemOf(field);
                say(field, problem);
                if (problem && !first)
                    first = inputOf(field);
            });
            var by = page.getElementById('by');
            var isNamed = /\S/.test(by.value);
            page.getElementById('by-error').hidden = isNamed;
            first = first || (isNamed ? null : by);
            if (first) {
                tell(first === by ? 'Write your name: it stands beside every answer.'
                    : 'Not saved yet: ' + all('.error').filter(function (place) { return !place.hidden; }).length
                        + ' to correct. The first is open.');
                first.focus();
            }
            return !first;
        }

        function tell(sentence) {
            page.getElementById('status').textContent = sentence;
        }

        function save() {
            if (!isRight())
                return;
            var made = answer();
            if (!made.answers.length && !made.removed.length && !made.remark) {
                tell('Nothing has been answered or changed yet, so there is nothing to save.');
                return;
            }
            var text = JSON.stringify(made, null, 1) + '\n';
            page.getElementById('block').value = mailBlock(text);
            page.getElementById('paste').hidden = false;
            var link = page.createElement('a');
            link.download = form.dataset.file;
            link.href = browser.URL.createObjectURL(new browser.Blob([text], { type: 'application/json' }));
            page.body.appendChild(link);
            link.click();
            page.body.removeChild(link);
            browser.setTimeout(function () { browser.URL.revokeObjectURL(link.href); }, 60000);
            isSaved = true;
            tell('Saved as ' + form.dataset.file + ' among your downloads, with ' + made.answers.length
                + (made.answers.length === 1 ? ' answer.' : ' answers.') + ' Send that file back by mail.');
        }

        function copy() {
            var block = page.getElementById('block');
            block.focus();
            block.select();
            var isCopied = false;
            try {
                isCopied = page.execCommand('copy');
            } catch (refused) {
                isCopied = false;
            }
            tell(isCopied ? 'Copied. Paste it into a mail.' : 'Press Ctrl+C to copy the selected text.');
        }

        function fieldAt(path) {
            return all('.field').filter(function (field) { return field.dataset.path === path; })[0];
        }

        // Puts a saved answer back into the form; a sentence when it is another form's.
        function goOn(text) {
            var saved;
            try {
                saved = JSON.parse(text);
            } catch (refused) {
                return 'This file is no saved answer.';
            }
            if (!saved || saved.format !== 'briefstack-answer' || saved.version !== 1)
                return 'This file is no saved answer.';
            if (saved.caseId !== form.dataset.case || saved.worksheet !== form.dataset.worksheet)
                return 'This answer belongs to another form.';
            var ids = {};
            (saved.added || []).forEach(function (path) {
                var list = all('.list').filter(function (one) {
                    return renamed(path, ids).replace(/\/[^\/]*$/, '') === one.dataset.path;
                })[0];
                var row = list ? addRow(list) : null;
                if (row)
                    ids[path] = row.dataset.added;
            });
            (saved.answers || []).forEach(function (one) {
                var field = fieldAt(renamed(one.field, ids));
                if (field)
                    show(field, one.is);
                if (field && unknownOf(field))
                    unknownOf(field).checked = one.unknown === true;
            });
            all('fieldset[data-entry]').forEach(function (row) {
                takeOut(row, (saved.removed || []).indexOf(row.dataset.entry) >= 0);
            });
            page.getElementById('by').value = saved.filledInBy || '';
            page.getElementById('remark').value = saved.remark || '';
            progress();
            return 'The saved answer is back in the form.';
        }

        // The path of an added entry's field where the entry has another number now.
        function renamed(path, ids) {
            var longest = '';
            for (var was in ids) {
                if ((path + '/').indexOf(was + '/') === 0 && was.length > longest.length)
                    longest = was;
            }
            return longest ? ids[longest] + path.substr(longest.length) : path;
        }

        function openFile(input) {
            var file = input.files[0];
            if (!file)
                return;
            if (file.size > LARGEST_ANSWER) {
                tell('This file is no saved answer.');
                return;
            }
            var reader = new browser.FileReader();
            reader.onload = function () { tell(goOn(String(reader.result))); };
            reader.readAsText(file);
        }

        function rewrite(values) {
            all('.field').forEach(function (field, at) {
                if (!values[at].error)
                    show(field, values[at].value);
            });
        }

        numbers.value = formatOf(browser.navigator.language || 'en-US');
        all('.field').forEach(function (field) {
            show(field, specOf(field).was);
            if (wasUnknown(field))
                unknownOf(field).checked = true;
        });
        var format = numbers.value;
        numbers.addEventListener('change', function () {
            var chosen = numbers.value;
            numbers.value = format;
            var values = all('.field').map(read);
            format = numbers.value = chosen;
            rewrite(values);
        });
        form.addEventListener('submit', function (event) { event.preventDefault(); });
        form.addEventListener('input', function (event) {
            isSaved = isSaved && !event.target.closest('.field, #by, #remark');
            if (event.target.tagName === 'TEXTAREA')
                grow(event.target);
            var field = event.target.closest('.field');
            if (field)
                decide(field, event.target);
            if (field && event.target.hasAttribute('aria-invalid'))
                say(field, problemOf(field));
            progress();
        });
        form.addEventListener('focusout', function (event) {
            var field = event.target.closest('.field');
            if (field)
                leave(field);
        });
        form.addEventListener('click', function (event) {
            var button = event.target.closest('button');
            if (!button)
                return;
            if (button.classList.contains('add')) {
                var row = addRow(button.closest('.list'));
                if (row)
                    inputOf(row).focus();
                else
                    tell('No more of these fit.');
            } else if (button.classList.contains('remove')) {
                var entry = button.closest('fieldset');
                var inside = button.closest('.list');
                isSaved = false;
                if (entry.dataset.entry) {
                    takeOut(entry, !entry.classList.contains('removed'));
                } else {
                    entry.parentNode.removeChild(entry);
                    ownOf(inside, '.add').focus();
                }
                progress();
            } else if (button.id === 'save') {
                save();
            } else if (button.id === 'copy') {
                copy();
            }
        });
        page.getElementById('saved').addEventListener('change', function (event) { openFile(event.target); });
        browser.addEventListener('beforeunload', function (event) {
            if (!isSaved) {
                event.preventDefault();
                event.returnValue = '';
            }
        });
        browser.addEventListener('beforeprint', function () { all('textarea').forEach(grow); });
        page.body.classList.add('ready');
        all('textarea').forEach(grow);
        progress();
    }

    return {
        formatOf: formatOf, plainNumber: plainNumber, shownNumber: shownNumber, compared: compared, check: check,
        shown: shown, answerOf: answerOf, dayOf: dayOf, mailBlock: mailBlock, start: start
    };
}());

if (typeof document !== 'undefined')
    founderForm.start(document, window);
