import{createRequire as __cr}from'module';const require=__cr('/tmp/wt/streams/package.json');
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __esm = (fn2, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn2 && (res = (0, fn2[__getOwnPropNames(fn2)[0]])(fn2 = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/contract/check-keys.ts
function keyedSchemas({ operations }) {
  const all = operations.flatMap((operation) => {
    const place = `#/paths/${operation.path.replaceAll("~", "~0").replaceAll("/", "~1")}/${operation.method.toLowerCase()}`;
    const entry = (key, schema, pointer) => ({
      key: keyOf(schema, key),
      schema,
      pointer: place + pointer
    });
    return [
      ...operation.parameters.map(
        (parameter) => entry(parameterKey(operation, parameter), parameter.schema, `/parameters (${parameter.in} ${parameter.name})`)
      ),
      ...(operation.body?.content ?? []).map(
        ({ mediaType, schema }) => entry(bodyKey(operation, mediaType), schema, `/requestBody/content/${mediaType.replace("/", "~1")}/schema`)
      ),
      ...operation.replies.flatMap(({ status, content, headers }) => [
        ...content.map(
          ({ mediaType, schema }) => entry(
            replyKey(operation, status, mediaType),
            schema,
            `/responses/${status}/content/${mediaType.replace("/", "~1")}/schema`
          )
        ),
        ...headers.map(
          ({ name, schema }) => entry(headerKey(operation, status, name), schema, `/responses/${status}/headers/${name}`)
        )
      ])
    ];
  });
  return [...new Map(all.map((entry) => [entry.key, entry])).values()];
}
var parameterKey, bodyKey, replyKey, headerKey, keyOf;
var init_check_keys = __esm({
  "src/contract/check-keys.ts"() {
    "use strict";
    parameterKey = (operation, parameter) => `${operation.id} ${parameter.in} ${parameter.name}`;
    bodyKey = (operation, mediaType) => `${operation.id} body ${mediaType}`;
    replyKey = (operation, status, mediaType) => `${operation.id} ${status} ${mediaType}`;
    headerKey = (operation, status, name) => `${operation.id} ${status} header ${name}`;
    keyOf = (schema, key) => typeof schema === "object" && schema.$ref !== void 0 && Object.keys(schema).length === 1 ? schema.$ref : key;
  }
});

// src/lib/json-pointer.ts
function valueAt(root, pointer) {
  let value = root;
  for (const token of fromPointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) return void 0;
    value = value[token];
  }
  return value;
}
function toParam(pointer) {
  return fromPointer(pointer).reduce((path2, token) => {
    if (/^\d+$/.test(token)) return `${path2}[${token}]`;
    return path2 === "" ? token : `${path2}.${token}`;
  }, "");
}
var escapeToken, unescapeToken, toPointer, fromPointer;
var init_json_pointer = __esm({
  "src/lib/json-pointer.ts"() {
    "use strict";
    escapeToken = (token) => String(token).replaceAll("~", "~0").replaceAll("/", "~1");
    unescapeToken = (token) => token.replaceAll("~1", "/").replaceAll("~0", "~");
    toPointer = (tokens) => tokens.map((token) => `/${escapeToken(token)}`).join("");
    fromPointer = (pointer) => pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeToken);
  }
});

// node_modules/ajv-formats/dist/formats.js
var require_formats = __commonJS({
  "node_modules/ajv-formats/dist/formats.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
    function fmtDef(validate, compare2) {
      return { validate, compare: compare2 };
    }
    exports.fullFormats = {
      // date: http://tools.ietf.org/html/rfc3339#section-5.6
      date: fmtDef(date, compareDate),
      // date-time: http://tools.ietf.org/html/rfc3339#section-5.6
      time: fmtDef(getTime(true), compareTime),
      "date-time": fmtDef(getDateTime(true), compareDateTime),
      "iso-time": fmtDef(getTime(), compareIsoTime),
      "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
      // duration: https://tools.ietf.org/html/rfc3339#appendix-A
      duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
      uri,
      "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
      // uri-template: https://tools.ietf.org/html/rfc6570
      "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
      // For the source: https://gist.github.com/dperini/729294
      // For test cases: https://mathiasbynens.be/demo/url-regex
      url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
      email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
      // optimized https://www.safaribooksonline.com/library/view/regular-expressions-cookbook/9780596802837/ch07s16.html
      ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
      ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
      regex,
      // uuid: http://tools.ietf.org/html/rfc4122
      uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      // JSON-pointer: https://tools.ietf.org/html/rfc6901
      // uri fragment: https://tools.ietf.org/html/rfc3986#appendix-A
      "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
      "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
      // relative JSON-pointer: http://tools.ietf.org/html/draft-luff-relative-json-pointer-00
      "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
      // the following formats are used by the openapi specification: https://spec.openapis.org/oas/v3.0.0#data-types
      // byte: https://github.com/miguelmota/is-base64
      byte,
      // signed 32 bit integer
      int32: { type: "number", validate: validateInt32 },
      // signed 64 bit integer
      int64: { type: "number", validate: validateInt64 },
      // C-type float
      float: { type: "number", validate: validateNumber },
      // C-type double
      double: { type: "number", validate: validateNumber },
      // hint to the UI to hide input strings
      password: true,
      // unchecked string payload
      binary: true
    };
    exports.fastFormats = {
      ...exports.fullFormats,
      date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
      time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
      "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
      "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
      "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
      // uri: https://github.com/mafintosh/is-my-json-valid/blob/master/formats.js
      uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
      "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
      // email (sources from jsen validator):
      // http://stackoverflow.com/questions/201323/using-a-regular-expression-to-validate-an-email-address#answer-8829363
      // http://www.w3.org/TR/html5/forms.html#valid-e-mail-address (search for 'wilful violation')
      email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
    };
    exports.formatNames = Object.keys(exports.fullFormats);
    function isLeapYear(year) {
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    }
    var DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
    var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    function date(str) {
      const matches2 = DATE.exec(str);
      if (!matches2)
        return false;
      const year = +matches2[1];
      const month = +matches2[2];
      const day = +matches2[3];
      return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
    }
    function compareDate(d1, d2) {
      if (!(d1 && d2))
        return void 0;
      if (d1 > d2)
        return 1;
      if (d1 < d2)
        return -1;
      return 0;
    }
    var TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
    function getTime(strictTimeZone) {
      return function time2(str) {
        const matches2 = TIME.exec(str);
        if (!matches2)
          return false;
        const hr = +matches2[1];
        const min = +matches2[2];
        const sec = +matches2[3];
        const tz = matches2[4];
        const tzSign = matches2[5] === "-" ? -1 : 1;
        const tzH = +(matches2[6] || 0);
        const tzM = +(matches2[7] || 0);
        if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
          return false;
        if (hr <= 23 && min <= 59 && sec < 60)
          return true;
        const utcMin = min - tzM * tzSign;
        const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
        return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
      };
    }
    function compareTime(s1, s2) {
      if (!(s1 && s2))
        return void 0;
      const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
      const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
      if (!(t1 && t2))
        return void 0;
      return t1 - t2;
    }
    function compareIsoTime(t1, t2) {
      if (!(t1 && t2))
        return void 0;
      const a1 = TIME.exec(t1);
      const a2 = TIME.exec(t2);
      if (!(a1 && a2))
        return void 0;
      t1 = a1[1] + a1[2] + a1[3];
      t2 = a2[1] + a2[2] + a2[3];
      if (t1 > t2)
        return 1;
      if (t1 < t2)
        return -1;
      return 0;
    }
    var DATE_TIME_SEPARATOR = /t|\s/i;
    function getDateTime(strictTimeZone) {
      const time2 = getTime(strictTimeZone);
      return function date_time(str) {
        const dateTime = str.split(DATE_TIME_SEPARATOR);
        return dateTime.length === 2 && date(dateTime[0]) && time2(dateTime[1]);
      };
    }
    function compareDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const d1 = new Date(dt1).valueOf();
      const d2 = new Date(dt2).valueOf();
      if (!(d1 && d2))
        return void 0;
      return d1 - d2;
    }
    function compareIsoDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
      const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
      const res = compareDate(d1, d2);
      if (res === void 0)
        return void 0;
      return res || compareTime(t1, t2);
    }
    var NOT_URI_FRAGMENT = /\/|:/;
    var URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    function uri(str) {
      return NOT_URI_FRAGMENT.test(str) && URI.test(str);
    }
    var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
    function byte(str) {
      BYTE.lastIndex = 0;
      return BYTE.test(str);
    }
    var MIN_INT32 = -(2 ** 31);
    var MAX_INT32 = 2 ** 31 - 1;
    function validateInt32(value) {
      return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
    }
    function validateInt64(value) {
      return Number.isInteger(value);
    }
    function validateNumber() {
      return true;
    }
    var Z_ANCHOR = /[^\\]\\Z/;
    function regex(str) {
      if (Z_ANCHOR.test(str))
        return false;
      try {
        new RegExp(str);
        return true;
      } catch (e) {
        return false;
      }
    }
  }
});

// node_modules/ajv-formats/dist/limit.js
var require_limit = __commonJS({
  "node_modules/ajv-formats/dist/limit.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatLimitDefinition = void 0;
    var ajv_1 = __require("ajv");
    var codegen_1 = __require("ajv/dist/compile/codegen");
    var ops = codegen_1.operators;
    var KWDs = {
      formatMaximum: { okStr: "<=", ok: ops.LTE, fail: ops.GT },
      formatMinimum: { okStr: ">=", ok: ops.GTE, fail: ops.LT },
      formatExclusiveMaximum: { okStr: "<", ok: ops.LT, fail: ops.GTE },
      formatExclusiveMinimum: { okStr: ">", ok: ops.GT, fail: ops.LTE }
    };
    var error = {
      message: ({ keyword, schemaCode }) => (0, codegen_1.str)`should be ${KWDs[keyword].okStr} ${schemaCode}`,
      params: ({ keyword, schemaCode }) => (0, codegen_1._)`{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`
    };
    exports.formatLimitDefinition = {
      keyword: Object.keys(KWDs),
      type: "string",
      schemaType: "string",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, schemaCode, keyword, it } = cxt;
        const { opts, self } = it;
        if (!opts.validateFormats)
          return;
        const fCxt = new ajv_1.KeywordCxt(it, self.RULES.all.format.definition, "format");
        if (fCxt.$data)
          validate$DataFormat();
        else
          validateFormat();
        function validate$DataFormat() {
          const fmts = gen.scopeValue("formats", {
            ref: self.formats,
            code: opts.code.formats
          });
          const fmt = gen.const("fmt", (0, codegen_1._)`${fmts}[${fCxt.schemaCode}]`);
          cxt.fail$data((0, codegen_1.or)((0, codegen_1._)`typeof ${fmt} != "object"`, (0, codegen_1._)`${fmt} instanceof RegExp`, (0, codegen_1._)`typeof ${fmt}.compare != "function"`, compareCode(fmt)));
        }
        function validateFormat() {
          const format2 = fCxt.schema;
          const fmtDef = self.formats[format2];
          if (!fmtDef || fmtDef === true)
            return;
          if (typeof fmtDef != "object" || fmtDef instanceof RegExp || typeof fmtDef.compare != "function") {
            throw new Error(`"${keyword}": format "${format2}" does not define "compare" function`);
          }
          const fmt = gen.scopeValue("formats", {
            key: format2,
            ref: fmtDef,
            code: opts.code.formats ? (0, codegen_1._)`${opts.code.formats}${(0, codegen_1.getProperty)(format2)}` : void 0
          });
          cxt.fail$data(compareCode(fmt));
        }
        function compareCode(fmt) {
          return (0, codegen_1._)`${fmt}.compare(${data}, ${schemaCode}) ${KWDs[keyword].fail} 0`;
        }
      },
      dependencies: ["format"]
    };
    var formatLimitPlugin = (ajv) => {
      ajv.addKeyword(exports.formatLimitDefinition);
      return ajv;
    };
    exports.default = formatLimitPlugin;
  }
});

// node_modules/ajv-formats/dist/index.js
var require_dist = __commonJS({
  "node_modules/ajv-formats/dist/index.js"(exports, module) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var formats_1 = require_formats();
    var limit_1 = require_limit();
    var codegen_1 = __require("ajv/dist/compile/codegen");
    var fullName = new codegen_1.Name("fullFormats");
    var fastName = new codegen_1.Name("fastFormats");
    var formatsPlugin = (ajv, opts = { keywords: true }) => {
      if (Array.isArray(opts)) {
        addFormats2(ajv, opts, formats_1.fullFormats, fullName);
        return ajv;
      }
      const [formats3, exportName] = opts.mode === "fast" ? [formats_1.fastFormats, fastName] : [formats_1.fullFormats, fullName];
      const list = opts.formats || formats_1.formatNames;
      addFormats2(ajv, list, formats3, exportName);
      if (opts.keywords)
        (0, limit_1.default)(ajv);
      return ajv;
    };
    formatsPlugin.get = (name, mode = "full") => {
      const formats3 = mode === "fast" ? formats_1.fastFormats : formats_1.fullFormats;
      const f = formats3[name];
      if (!f)
        throw new Error(`Unknown format "${name}"`);
      return f;
    };
    function addFormats2(ajv, list, fs, exportName) {
      var _a;
      var _b;
      (_a = (_b = ajv.opts.code).formats) !== null && _a !== void 0 ? _a : _b.formats = (0, codegen_1._)`require("ajv-formats/dist/formats").${exportName}`;
      for (const f of list)
        ajv.addFormat(f, fs[f]);
    }
    module.exports = exports = formatsPlugin;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = formatsPlugin;
  }
});

// src/lib/errors.ts
var GatetwinError;
var init_errors = __esm({
  "src/lib/errors.ts"() {
    "use strict";
    GatetwinError = class extends Error {
      name = "GatetwinError";
      code;
      details;
      constructor(code, message, options = {}) {
        super(message, options);
        this.code = code;
        this.details = options.details ?? {};
      }
    };
  }
});

// src/contract/normalize.ts
function mapSubschemas(schema, change) {
  const copy = { ...schema };
  for (const keyword of HOLDS.one) {
    const value = schema[keyword];
    if (isSchema(value)) copy[keyword] = change(value, [keyword]);
  }
  for (const keyword of HOLDS.list) {
    const value = schema[keyword];
    if (Array.isArray(value)) copy[keyword] = value.map((item, index) => change(item, [keyword, index]));
  }
  for (const keyword of HOLDS.map) {
    const value = schema[keyword];
    if (typeof value !== "object" || value === null) continue;
    copy[keyword] = Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, change(item, [keyword, name])])
    );
  }
  return copy;
}
var HOLDS, isSchema;
var init_normalize = __esm({
  "src/contract/normalize.ts"() {
    "use strict";
    HOLDS = {
      one: [
        "additionalProperties",
        "unevaluatedProperties",
        "unevaluatedItems",
        "propertyNames",
        "items",
        "contains",
        "not",
        "if",
        "then",
        "else"
      ],
      list: ["allOf", "anyOf", "oneOf", "prefixItems"],
      map: ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]
    };
    isSchema = (value) => typeof value === "boolean" || typeof value === "object" && value !== null && !Array.isArray(value);
  }
});

// src/contract/schema.ts
var schema_exports = {};
__export(schema_exports, {
  compileSchema: () => compileSchema,
  compileSchemas: () => compileSchemas,
  validatorsSource: () => validatorsSource
});
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
function compileSchemas(outline) {
  const { ajv, refs } = register(outline, false);
  return new Map(refs.map(({ key, ref, pointer }) => [key, compileOne(ajv, ref, pointer)]));
}
function validatorsSource(outline) {
  const { ajv, refs } = register(outline, true);
  for (const { ref, pointer } of refs) compileOne(ajv, ref, pointer);
  const names = Object.fromEntries(refs.map(({ ref }, index) => [`v${index}`, ref]));
  const keys = refs.map(({ key }, index) => `  [${JSON.stringify(key)}, exports.v${index}],`).join("\n");
  return `${standaloneCode.default(ajv, names)}
exports.validators = new Map([
${keys}
]);
`;
}
function compileSchema(schema) {
  const ajv = createAjv(false);
  inspect(schema, "");
  try {
    return ajv.compile(schema);
  } catch (cause) {
    throw uncompilable("", cause);
  }
}
function register(outline, isSource) {
  const ajv = createAjv(isSource);
  const keyed = keyedSchemas(outline);
  for (const [name, schema] of Object.entries(outline.schemas)) inspect(schema, `#/components/schemas/${name}`);
  for (const { schema, pointer } of keyed) inspect(schema, pointer);
  ajv.addSchema({
    $id: ROOT,
    components: { schemas: mapValues(outline.schemas, bare) },
    checks: keyed.map(({ schema }) => bare(schema))
  });
  const refs = keyed.map(({ key, pointer }, index) => ({
    key,
    pointer,
    ref: `${ROOT}#${key.startsWith("#") ? key.slice(1) : `/checks/${index}`}`
  }));
  return { ajv, refs };
}
function inspect(schema, pointer) {
  inspector ??= createAjv(false);
  const ajv = inspector;
  if (ajv.validateSchema(schema) !== true) {
    const error = ajv.errors?.at(-1);
    const first = ajv.errors?.find(({ keyword }) => keyword !== "anyOf") ?? error;
    const value = valueAt(schema, first?.instancePath ?? "");
    throw new GatetwinError(
      "schema-uncompilable",
      `Failed to compile the schema at ${pointer}${first?.instancePath ?? ""}: ${JSON.stringify(value)} ${first?.message ?? "is no schema"}`,
      { details: { pointer: `${pointer}${first?.instancePath ?? ""}` } }
    );
  }
  const patterns = (given, at) => {
    if (typeof given === "boolean") return given;
    for (const pattern of [given.pattern ?? [], Object.keys(given.patternProperties ?? {})].flat()) {
      try {
        new RegExp(pattern, "u");
      } catch (cause) {
        throw uncompilable(`${at}/pattern`, cause);
      }
    }
    return mapSubschemas(given, (inner, path2) => patterns(inner, `${at}/${path2.join("/")}`));
  };
  patterns(schema, pointer);
}
function compileOne(ajv, ref, pointer) {
  try {
    const validate = ajv.getSchema(ref);
    if (validate === void 0) throw new Error("no schema is there");
    return validate;
  } catch (cause) {
    throw uncompilable(pointer, cause);
  }
}
function bare(schema) {
  if (typeof schema === "boolean") return schema;
  const {
    title,
    description,
    default: _,
    examples,
    deprecated,
    readOnly,
    writeOnly,
    externalDocs,
    xml,
    discriminator,
    ...rest
  } = schema;
  const shape = Object.fromEntries(
    Object.entries(rest).filter(
      ([keyword]) => !keyword.startsWith("x-") && !/^content(Encoding|MediaType)$/.test(keyword)
    )
  );
  return mapSubschemas(shape, bare);
}
var import_ajv_formats, ROOT, createAjv, inspector, uncompilable, mapValues;
var init_schema = __esm({
  "src/contract/schema.ts"() {
    "use strict";
    import_ajv_formats = __toESM(require_dist(), 1);
    init_errors();
    init_json_pointer();
    init_check_keys();
    init_normalize();
    ROOT = "gatetwin:contract";
    createAjv = (isSource) => {
      const ajv = new Ajv2020({
        strict: false,
        logger: false,
        validateSchema: false,
        validateFormats: true,
        // Our document shares large unions; one function each keeps the generated file small.
        inlineRefs: false,
        code: { source: isSource },
        unicodeRegExp: true
      });
      import_ajv_formats.default.default(ajv);
      return ajv;
    };
    uncompilable = (pointer, cause) => new GatetwinError(
      "schema-uncompilable",
      `Failed to compile the schema at ${pointer}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause, details: { pointer } }
    );
    mapValues = (record, change) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
  }
});

// src/media/sniff.ts
function sniffFrame(bytes, offset) {
  const [sync = 0, second = 0, third = 0] = bytes.subarray(offset, offset + 3);
  if (sync !== 255) return void 0;
  if ((second & 246) === 240) return (third >> 2 & 15) < 13 ? "aac" : void 0;
  const isLayer3 = (second & 230) === 226 && (second & 24) !== 8;
  return isLayer3 && third >> 4 !== 15 && (third & 12) !== 12 ? "mp3" : void 0;
}
function sniff(bytes) {
  const head = latin1(bytes, 0, EBML_HEADER_BYTES);
  if (head.startsWith("ID3")) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, ID3_HEADER_BYTES);
    const offset = ID3_HEADER_BYTES + (a << 21 | b << 14 | c << 7 | d);
    return latin1(bytes, offset, 4) === "fLaC" ? "flac" : sniffFrame(bytes, offset) ?? "mp3";
  }
  if (head.startsWith(EBML)) return head.includes("B\x82\x84webm") ? "webm" : void 0;
  return SIGNATURES.find(([, signature]) => fits(head, signature))?.[0] ?? sniffFrame(bytes, 0);
}
var SIGNATURES, EBML, EBML_HEADER_BYTES, ID3_HEADER_BYTES, latin1, fits;
var init_sniff = __esm({
  "src/media/sniff.ts"() {
    "use strict";
    SIGNATURES = [
      ["png", "\x89PNG\r\n\n"],
      ["jpeg", "\xFF\xD8\xFF"],
      ["webp", "RIFF????WEBPVP8"],
      ["gif", "GIF87a"],
      ["gif", "GIF89a"],
      ["wav", "RIFF????WAVE"],
      ["flac", "fLaC"],
      ["ogg", "OggS\0"],
      ["m4a", "????ftypM4A"],
      ["m4a", "????ftypM4B"],
      ["m4a", "????ftypmp4"],
      ["m4a", "????ftypiso"],
      ["m4a", "????ftypdash"],
      ["m4a", "????ftypqt"],
      ["m4a", "????ftyp3g"],
      ["m4a", "????ftypMSNV"]
    ];
    EBML = "E\xDF\xA3";
    EBML_HEADER_BYTES = 64;
    ID3_HEADER_BYTES = 10;
    latin1 = (bytes, from, length) => String.fromCharCode(...bytes.subarray(from, from + length));
    fits = (head, signature) => head.length >= signature.length && [...signature].every((char, index) => char === "?" || char === head[index]);
  }
});

// node_modules/sharp/dist/is.mjs
var defined, object, plainObject, fn, bool, buffer, typedArray, arrayBuffer, string, number, integer, inRange, inArray2, invalidParameterError, nativeError, is_default;
var init_is = __esm({
  "node_modules/sharp/dist/is.mjs"() {
    defined = (val) => typeof val !== "undefined" && val !== null;
    object = (val) => typeof val === "object";
    plainObject = (val) => Object.prototype.toString.call(val) === "[object Object]";
    fn = (val) => typeof val === "function";
    bool = (val) => typeof val === "boolean";
    buffer = (val) => val instanceof Buffer;
    typedArray = (val) => {
      if (defined(val)) {
        switch (val.constructor) {
          case Uint8Array:
          case Uint8ClampedArray:
          case Int8Array:
          case Uint16Array:
          case Int16Array:
          case Uint32Array:
          case Int32Array:
          case Float32Array:
          case Float64Array:
            return true;
        }
      }
      return false;
    };
    arrayBuffer = (val) => val instanceof ArrayBuffer;
    string = (val) => typeof val === "string" && val.length > 0;
    number = (val) => typeof val === "number" && Number.isFinite(val);
    integer = (val) => Number.isInteger(val);
    inRange = (val, min, max) => val >= min && val <= max;
    inArray2 = (val, list) => list.includes(val);
    invalidParameterError = (name, expected, actual) => {
      let actualString;
      try {
        actualString = String(actual).slice(0, 100);
      } catch {
      }
      return new Error(
        `Expected ${expected} for ${name} but received ${actualString} of type ${typeof actual}`
      );
    };
    nativeError = (native, context) => {
      context.message = native.message;
      return context;
    };
    is_default = {
      defined,
      object,
      plainObject,
      fn,
      bool,
      buffer,
      typedArray,
      arrayBuffer,
      string,
      number,
      integer,
      inRange,
      inArray: inArray2,
      invalidParameterError,
      nativeError
    };
  }
});

// node_modules/detect-libc/lib/process.js
var require_process = __commonJS({
  "node_modules/detect-libc/lib/process.js"(exports, module) {
    "use strict";
    var isLinux = () => process.platform === "linux";
    var report = null;
    var getReport = () => {
      if (!report) {
        if (isLinux() && process.report) {
          const orig = process.report.excludeNetwork;
          process.report.excludeNetwork = true;
          report = process.report.getReport();
          process.report.excludeNetwork = orig;
        } else {
          report = {};
        }
      }
      return report;
    };
    module.exports = { isLinux, getReport };
  }
});

// node_modules/detect-libc/lib/filesystem.js
var require_filesystem = __commonJS({
  "node_modules/detect-libc/lib/filesystem.js"(exports, module) {
    "use strict";
    var fs = __require("fs");
    var LDD_PATH = "/usr/bin/ldd";
    var SELF_PATH = "/proc/self/exe";
    var MAX_LENGTH = 2048;
    var readFileSync3 = (path2) => {
      const fd = fs.openSync(path2, "r");
      const buffer2 = Buffer.alloc(MAX_LENGTH);
      const bytesRead = fs.readSync(fd, buffer2, 0, MAX_LENGTH, 0);
      fs.close(fd, () => {
      });
      return buffer2.subarray(0, bytesRead);
    };
    var readFile = (path2) => new Promise((resolve2, reject) => {
      fs.open(path2, "r", (err, fd) => {
        if (err) {
          reject(err);
        } else {
          const buffer2 = Buffer.alloc(MAX_LENGTH);
          fs.read(fd, buffer2, 0, MAX_LENGTH, 0, (_, bytesRead) => {
            resolve2(buffer2.subarray(0, bytesRead));
            fs.close(fd, () => {
            });
          });
        }
      });
    });
    module.exports = {
      LDD_PATH,
      SELF_PATH,
      readFileSync: readFileSync3,
      readFile
    };
  }
});

// node_modules/detect-libc/lib/elf.js
var require_elf = __commonJS({
  "node_modules/detect-libc/lib/elf.js"(exports, module) {
    "use strict";
    var interpreterPath = (elf) => {
      if (elf.length < 64) {
        return null;
      }
      if (elf.readUInt32BE(0) !== 2135247942) {
        return null;
      }
      if (elf.readUInt8(4) !== 2) {
        return null;
      }
      if (elf.readUInt8(5) !== 1) {
        return null;
      }
      const offset = elf.readUInt32LE(32);
      const size = elf.readUInt16LE(54);
      const count = elf.readUInt16LE(56);
      for (let i = 0; i < count; i++) {
        const headerOffset = offset + i * size;
        const type = elf.readUInt32LE(headerOffset);
        if (type === 3) {
          const fileOffset = elf.readUInt32LE(headerOffset + 8);
          const fileSize = elf.readUInt32LE(headerOffset + 32);
          return elf.subarray(fileOffset, fileOffset + fileSize).toString().replace(/\0.*$/g, "");
        }
      }
      return null;
    };
    module.exports = {
      interpreterPath
    };
  }
});

// node_modules/detect-libc/lib/detect-libc.js
var require_detect_libc = __commonJS({
  "node_modules/detect-libc/lib/detect-libc.js"(exports, module) {
    "use strict";
    var childProcess = __require("child_process");
    var { isLinux, getReport } = require_process();
    var { LDD_PATH, SELF_PATH, readFile, readFileSync: readFileSync3 } = require_filesystem();
    var { interpreterPath } = require_elf();
    var cachedFamilyInterpreter;
    var cachedFamilyFilesystem;
    var cachedVersionFilesystem;
    var command = "getconf GNU_LIBC_VERSION 2>&1 || true; ldd --version 2>&1 || true";
    var commandOut = "";
    var safeCommand = () => {
      if (!commandOut) {
        return new Promise((resolve2) => {
          childProcess.exec(command, (err, out2) => {
            commandOut = err ? " " : out2;
            resolve2(commandOut);
          });
        });
      }
      return commandOut;
    };
    var safeCommandSync = () => {
      if (!commandOut) {
        try {
          commandOut = childProcess.execSync(command, { encoding: "utf8" });
        } catch (_err) {
          commandOut = " ";
        }
      }
      return commandOut;
    };
    var GLIBC = "glibc";
    var RE_GLIBC_VERSION = /LIBC[a-z0-9 \-).]*?(\d+\.\d+)/i;
    var MUSL = "musl";
    var isFileMusl = (f) => f.includes("libc.musl-") || f.includes("ld-musl-");
    var familyFromReport = () => {
      const report = getReport();
      if (report.header && report.header.glibcVersionRuntime) {
        return GLIBC;
      }
      if (Array.isArray(report.sharedObjects)) {
        if (report.sharedObjects.some(isFileMusl)) {
          return MUSL;
        }
      }
      return null;
    };
    var familyFromCommand = (out2) => {
      const [getconf, ldd1] = out2.split(/[\r\n]+/);
      if (getconf && getconf.includes(GLIBC)) {
        return GLIBC;
      }
      if (ldd1 && ldd1.includes(MUSL)) {
        return MUSL;
      }
      return null;
    };
    var familyFromInterpreterPath = (path2) => {
      if (path2) {
        if (path2.includes("/ld-musl-")) {
          return MUSL;
        } else if (path2.includes("/ld-linux-")) {
          return GLIBC;
        }
      }
      return null;
    };
    var getFamilyFromLddContent = (content) => {
      content = content.toString();
      if (content.includes("musl")) {
        return MUSL;
      }
      if (content.includes("GNU C Library")) {
        return GLIBC;
      }
      return null;
    };
    var familyFromFilesystem = async () => {
      if (cachedFamilyFilesystem !== void 0) {
        return cachedFamilyFilesystem;
      }
      cachedFamilyFilesystem = null;
      try {
        const lddContent = await readFile(LDD_PATH);
        cachedFamilyFilesystem = getFamilyFromLddContent(lddContent);
      } catch (e) {
      }
      return cachedFamilyFilesystem;
    };
    var familyFromFilesystemSync = () => {
      if (cachedFamilyFilesystem !== void 0) {
        return cachedFamilyFilesystem;
      }
      cachedFamilyFilesystem = null;
      try {
        const lddContent = readFileSync3(LDD_PATH);
        cachedFamilyFilesystem = getFamilyFromLddContent(lddContent);
      } catch (e) {
      }
      return cachedFamilyFilesystem;
    };
    var familyFromInterpreter = async () => {
      if (cachedFamilyInterpreter !== void 0) {
        return cachedFamilyInterpreter;
      }
      cachedFamilyInterpreter = null;
      try {
        const selfContent = await readFile(SELF_PATH);
        const path2 = interpreterPath(selfContent);
        cachedFamilyInterpreter = familyFromInterpreterPath(path2);
      } catch (e) {
      }
      return cachedFamilyInterpreter;
    };
    var familyFromInterpreterSync = () => {
      if (cachedFamilyInterpreter !== void 0) {
        return cachedFamilyInterpreter;
      }
      cachedFamilyInterpreter = null;
      try {
        const selfContent = readFileSync3(SELF_PATH);
        const path2 = interpreterPath(selfContent);
        cachedFamilyInterpreter = familyFromInterpreterPath(path2);
      } catch (e) {
      }
      return cachedFamilyInterpreter;
    };
    var family = async () => {
      let family2 = null;
      if (isLinux()) {
        family2 = await familyFromInterpreter();
        if (!family2) {
          family2 = await familyFromFilesystem();
          if (!family2) {
            family2 = familyFromReport();
          }
          if (!family2) {
            const out2 = await safeCommand();
            family2 = familyFromCommand(out2);
          }
        }
      }
      return family2;
    };
    var familySync2 = () => {
      let family2 = null;
      if (isLinux()) {
        family2 = familyFromInterpreterSync();
        if (!family2) {
          family2 = familyFromFilesystemSync();
          if (!family2) {
            family2 = familyFromReport();
          }
          if (!family2) {
            const out2 = safeCommandSync();
            family2 = familyFromCommand(out2);
          }
        }
      }
      return family2;
    };
    var isNonGlibcLinux = async () => isLinux() && await family() !== GLIBC;
    var isNonGlibcLinuxSync = () => isLinux() && familySync2() !== GLIBC;
    var versionFromFilesystem = async () => {
      if (cachedVersionFilesystem !== void 0) {
        return cachedVersionFilesystem;
      }
      cachedVersionFilesystem = null;
      try {
        const lddContent = await readFile(LDD_PATH);
        const versionMatch = lddContent.match(RE_GLIBC_VERSION);
        if (versionMatch) {
          cachedVersionFilesystem = versionMatch[1];
        }
      } catch (e) {
      }
      return cachedVersionFilesystem;
    };
    var versionFromFilesystemSync = () => {
      if (cachedVersionFilesystem !== void 0) {
        return cachedVersionFilesystem;
      }
      cachedVersionFilesystem = null;
      try {
        const lddContent = readFileSync3(LDD_PATH);
        const versionMatch = lddContent.match(RE_GLIBC_VERSION);
        if (versionMatch) {
          cachedVersionFilesystem = versionMatch[1];
        }
      } catch (e) {
      }
      return cachedVersionFilesystem;
    };
    var versionFromReport = () => {
      const report = getReport();
      if (report.header && report.header.glibcVersionRuntime) {
        return report.header.glibcVersionRuntime;
      }
      return null;
    };
    var versionSuffix = (s2) => s2.trim().split(/\s+/)[1];
    var versionFromCommand = (out2) => {
      const [getconf, ldd1, ldd2] = out2.split(/[\r\n]+/);
      if (getconf && getconf.includes(GLIBC)) {
        return versionSuffix(getconf);
      }
      if (ldd1 && ldd2 && ldd1.includes(MUSL)) {
        return versionSuffix(ldd2);
      }
      return null;
    };
    var version2 = async () => {
      let version3 = null;
      if (isLinux()) {
        version3 = await versionFromFilesystem();
        if (!version3) {
          version3 = versionFromReport();
        }
        if (!version3) {
          const out2 = await safeCommand();
          version3 = versionFromCommand(out2);
        }
      }
      return version3;
    };
    var versionSync2 = () => {
      let version3 = null;
      if (isLinux()) {
        version3 = versionFromFilesystemSync();
        if (!version3) {
          version3 = versionFromReport();
        }
        if (!version3) {
          const out2 = safeCommandSync();
          version3 = versionFromCommand(out2);
        }
      }
      return version3;
    };
    module.exports = {
      GLIBC,
      MUSL,
      family,
      familySync: familySync2,
      isNonGlibcLinux,
      isNonGlibcLinuxSync,
      version: version2,
      versionSync: versionSync2
    };
  }
});

// node_modules/sharp/node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "node_modules/sharp/node_modules/semver/internal/constants.js"(exports, module) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      "\xA0",
      "\u1680",
      "\u2000",
      "\u2001",
      "\u2002",
      "\u2003",
      "\u2004",
      "\u2005",
      "\u2006",
      "\u2007",
      "\u2008",
      "\u2009",
      "\u200A",
      "\u2028",
      "\u2029",
      "\u202F",
      "\u205F",
      "\u3000",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module.exports = {
      MAX_LENGTH,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});

// node_modules/sharp/node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/sharp/node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module.exports = debug;
  }
});

// node_modules/sharp/node_modules/semver/internal/re.js
var require_re = __commonJS({
  "node_modules/sharp/node_modules/semver/internal/re.js"(exports, module) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug = require_debug();
    exports = module.exports = {};
    var re = exports.re = [];
    var safeRe = exports.safeRe = [];
    var src = exports.src = [];
    var safeSrc = exports.safeSrc = [];
    var t = exports.t = {};
    var R2 = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = (value) => {
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
      }
      return value;
    };
    var createToken = (name, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R2++;
      debug(name, index, value);
      t[name] = index;
      src[index] = value;
      safeSrc[index] = safe;
      re[index] = new RegExp(value, isGlobal ? "g" : void 0);
      safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// node_modules/sharp/node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "node_modules/sharp/node_modules/semver/internal/parse-options.js"(exports, module) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (options) => {
      if (!options) {
        return emptyOpts;
      }
      if (typeof options !== "object") {
        return looseOption;
      }
      return options;
    };
    module.exports = parseOptions;
  }
});

// node_modules/sharp/node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "node_modules/sharp/node_modules/semver/internal/identifiers.js"(exports, module) {
    "use strict";
    var numeric2 = /^[0-9]+$/;
    var compareIdentifiers = (a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric2.test(a);
      const bnum = numeric2.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    };
    var rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
    module.exports = {
      compareIdentifiers,
      rcompareIdentifiers
    };
  }
});

// node_modules/sharp/node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "node_modules/sharp/node_modules/semver/classes/semver.js"(exports, module) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version2, options) {
        options = parseOptions(options);
        if (version2 instanceof _SemVer) {
          if (version2.loose === !!options.loose && version2.includePrerelease === !!options.includePrerelease) {
            return version2;
          } else {
            version2 = version2.version;
          }
        } else if (typeof version2 !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version2}".`);
        }
        if (version2.length > MAX_LENGTH) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH} characters`
          );
        }
        debug("SemVer", version2, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version2.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version2}`);
        }
        this.raw = version2;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug("prerelease compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug("build compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release, identifier, identifierBase) {
        if (release.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match || match[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease = [identifier, base];
              if (identifierBase === false) {
                prerelease = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease;
                }
              } else {
                this.prerelease = prerelease;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module.exports = SemVer;
  }
});

// node_modules/sharp/node_modules/semver/functions/parse.js
var require_parse = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/parse.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse4 = (version2, options, throwErrors = false) => {
      if (version2 instanceof SemVer) {
        return version2;
      }
      try {
        return new SemVer(version2, options);
      } catch (er) {
        if (!throwErrors) {
          return null;
        }
        throw er;
      }
    };
    module.exports = parse4;
  }
});

// node_modules/sharp/node_modules/semver/functions/valid.js
var require_valid = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/valid.js"(exports, module) {
    "use strict";
    var parse4 = require_parse();
    var valid = (version2, options) => {
      const v = parse4(version2, options);
      return v ? v.version : null;
    };
    module.exports = valid;
  }
});

// node_modules/sharp/node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/clean.js"(exports, module) {
    "use strict";
    var parse4 = require_parse();
    var clean = (version2, options) => {
      const s2 = parse4(version2.trim().replace(/^[=v]+/, ""), options);
      return s2 ? s2.version : null;
    };
    module.exports = clean;
  }
});

// node_modules/sharp/node_modules/semver/functions/inc.js
var require_inc = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/inc.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var inc = (version2, release, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version2 instanceof SemVer ? version2.version : version2,
          options
        ).inc(release, identifier, identifierBase).version;
      } catch (er) {
        return null;
      }
    };
    module.exports = inc;
  }
});

// node_modules/sharp/node_modules/semver/functions/diff.js
var require_diff = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/diff.js"(exports, module) {
    "use strict";
    var parse4 = require_parse();
    var diff = (version1, version2) => {
      const v1 = parse4(version1, null, true);
      const v2 = parse4(version2, null, true);
      const comparison = v1.compare(v2);
      if (comparison === 0) {
        return null;
      }
      const v1Higher = comparison > 0;
      const highVersion = v1Higher ? v1 : v2;
      const lowVersion = v1Higher ? v2 : v1;
      const highHasPre = !!highVersion.prerelease.length;
      const lowHasPre = !!lowVersion.prerelease.length;
      if (lowHasPre && !highHasPre) {
        if (!lowVersion.patch && !lowVersion.minor) {
          return "major";
        }
        if (lowVersion.compareMain(highVersion) === 0) {
          if (lowVersion.minor && !lowVersion.patch) {
            return "minor";
          }
          return "patch";
        }
      }
      const prefix = highHasPre ? "pre" : "";
      if (v1.major !== v2.major) {
        return prefix + "major";
      }
      if (v1.minor !== v2.minor) {
        return prefix + "minor";
      }
      if (v1.patch !== v2.patch) {
        return prefix + "patch";
      }
      return "prerelease";
    };
    module.exports = diff;
  }
});

// node_modules/sharp/node_modules/semver/functions/major.js
var require_major = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/major.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var major = (a, loose) => new SemVer(a, loose).major;
    module.exports = major;
  }
});

// node_modules/sharp/node_modules/semver/functions/minor.js
var require_minor = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/minor.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var minor = (a, loose) => new SemVer(a, loose).minor;
    module.exports = minor;
  }
});

// node_modules/sharp/node_modules/semver/functions/patch.js
var require_patch = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/patch.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var patch = (a, loose) => new SemVer(a, loose).patch;
    module.exports = patch;
  }
});

// node_modules/sharp/node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse4 = require_parse();
    var prerelease = (version2, options) => {
      const parsed = parse4(version2, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    };
    module.exports = prerelease;
  }
});

// node_modules/sharp/node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/compare.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compare2 = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module.exports = compare2;
  }
});

// node_modules/sharp/node_modules/semver/functions/rcompare.js
var require_rcompare = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/rcompare.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var rcompare = (a, b, loose) => compare2(b, a, loose);
    module.exports = rcompare;
  }
});

// node_modules/sharp/node_modules/semver/functions/compare-loose.js
var require_compare_loose = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/compare-loose.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var compareLoose = (a, b) => compare2(a, b, true);
    module.exports = compareLoose;
  }
});

// node_modules/sharp/node_modules/semver/functions/compare-build.js
var require_compare_build = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/compare-build.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compareBuild = (a, b, loose) => {
      const versionA = new SemVer(a, loose);
      const versionB = new SemVer(b, loose);
      return versionA.compare(versionB) || versionA.compareBuild(versionB);
    };
    module.exports = compareBuild;
  }
});

// node_modules/sharp/node_modules/semver/functions/sort.js
var require_sort = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/sort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose));
    module.exports = sort;
  }
});

// node_modules/sharp/node_modules/semver/functions/rsort.js
var require_rsort = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/rsort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose));
    module.exports = rsort;
  }
});

// node_modules/sharp/node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/gt.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var gt = (a, b, loose) => compare2(a, b, loose) > 0;
    module.exports = gt;
  }
});

// node_modules/sharp/node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/lt.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var lt = (a, b, loose) => compare2(a, b, loose) < 0;
    module.exports = lt;
  }
});

// node_modules/sharp/node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/eq.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var eq = (a, b, loose) => compare2(a, b, loose) === 0;
    module.exports = eq;
  }
});

// node_modules/sharp/node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/neq.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var neq = (a, b, loose) => compare2(a, b, loose) !== 0;
    module.exports = neq;
  }
});

// node_modules/sharp/node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/gte.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var gte = (a, b, loose) => compare2(a, b, loose) >= 0;
    module.exports = gte;
  }
});

// node_modules/sharp/node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/lte.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var lte = (a, b, loose) => compare2(a, b, loose) <= 0;
    module.exports = lte;
  }
});

// node_modules/sharp/node_modules/semver/functions/cmp.js
var require_cmp = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/cmp.js"(exports, module) {
    "use strict";
    var eq = require_eq();
    var neq = require_neq();
    var gt = require_gt();
    var gte = require_gte();
    var lt = require_lt();
    var lte = require_lte();
    var cmp = (a, op, b, loose) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq(a, b, loose);
        case "!=":
          return neq(a, b, loose);
        case ">":
          return gt(a, b, loose);
        case ">=":
          return gte(a, b, loose);
        case "<":
          return lt(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module.exports = cmp;
  }
});

// node_modules/sharp/node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/coerce.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse4 = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce = (version2, options) => {
      if (version2 instanceof SemVer) {
        return version2;
      }
      if (typeof version2 === "number") {
        version2 = String(version2);
      }
      if (typeof version2 !== "string") {
        return null;
      }
      options = options || {};
      let match = null;
      if (!options.rtl) {
        match = version2.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
      } else {
        const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
        let next;
        while ((next = coerceRtlRegex.exec(version2)) && (!match || match.index + match[0].length !== version2.length)) {
          if (!match || next.index + next[0].length !== match.index + match[0].length) {
            match = next;
          }
          coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
        }
        coerceRtlRegex.lastIndex = -1;
      }
      if (match === null) {
        return null;
      }
      const major = match[2];
      const minor = match[3] || "0";
      const patch = match[4] || "0";
      const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
      const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
      return parse4(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    };
    module.exports = coerce;
  }
});

// node_modules/sharp/node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/truncate.js"(exports, module) {
    "use strict";
    var parse4 = require_parse();
    var constants = require_constants();
    var SemVer = require_semver();
    var truncate = (version2, truncation, options) => {
      if (!constants.RELEASE_TYPES.includes(truncation)) {
        return null;
      }
      const clonedVersion = cloneInputVersion(version2, options);
      return clonedVersion && doTruncation(clonedVersion, truncation);
    };
    var cloneInputVersion = (version2, options) => {
      const versionStringToParse = version2 instanceof SemVer ? version2.version : version2;
      return parse4(versionStringToParse, options);
    };
    var doTruncation = (version2, truncation) => {
      if (isPrerelease(truncation)) {
        return version2.version;
      }
      version2.prerelease = [];
      switch (truncation) {
        case "major":
          version2.minor = 0;
          version2.patch = 0;
          break;
        case "minor":
          version2.patch = 0;
          break;
      }
      return version2.format();
    };
    var isPrerelease = (type) => {
      return type.startsWith("pre");
    };
    module.exports = truncate;
  }
});

// node_modules/sharp/node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJS({
  "node_modules/sharp/node_modules/semver/internal/lrucache.js"(exports, module) {
    "use strict";
    var LRUCache = class {
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted = this.delete(key);
        if (!deleted && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module.exports = LRUCache;
  }
});

// node_modules/sharp/node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJS({
  "node_modules/sharp/node_modules/semver/internal/trim-comparator-whitespace.js"(exports, module) {
    "use strict";
    var {
      MAX_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = require_constants();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
    var isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
    var isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
    var isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
    var isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
    var isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
    var findDigitsEndIndex = (range, start, limit, digitRuns) => {
      if (!isDigit(range[start])) {
        return start;
      }
      if (start >= digitRuns.start && start < digitRuns.end) {
        return Math.min(start + limit, digitRuns.end);
      }
      if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
        return Math.min(start + limit, digitRuns.previousEnd);
      }
      let end = start + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start;
      digitRuns.end = end;
      return Math.min(start + limit, end);
    };
    var findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
      if (!loose && range[start] === "0") {
        return start + 1;
      }
      return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
      const hyphen = range[start] === "-";
      if (!loose && !hyphen) {
        return start;
      }
      const identifierStart = start + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end === identifierStart) {
        if (!loose || !hyphen) {
          return start;
        }
        end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
      }
      while (range[end] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findBuildIdentifierEndIndex = (range, start) => {
      let end = start;
      while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    };
    var findBuildEndIndex = (range, start) => {
      if (range[start] !== "+") {
        return start;
      }
      let end = findBuildIdentifierEndIndex(range, start + 1);
      if (end === start + 1) {
        return start;
      }
      while (range[end] === ".") {
        const next = findBuildIdentifierEndIndex(range, end + 1);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findLooseFullVersionEndIndex = (range, start, digitRuns) => {
      let end = start;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
      if (isDigit(range[start])) {
        return findVersionNumberEndIndex(range, start, false, digitRuns);
      }
      return isVersionStart(range[start]) ? start + 1 : start;
    };
    var findPartialVersionEndIndex = (range, start, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end] !== ".") {
          return end;
        }
        const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
        if (next === end + 1) {
          return end;
        }
        end = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findVersionEndIndex = (range, start, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
      return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
    };
    var findRemovableWhitespaceIndex = (range, matchStart) => {
      let position2 = matchStart;
      if (isWhitespace(range[position2])) {
        position2++;
      }
      if (range[position2] === "<" || range[position2] === ">") {
        position2++;
      }
      if (range[position2] === "=") {
        position2++;
      }
      return isWhitespace(range[position2]) ? position2 : -1;
    };
    var trimComparatorWhitespace = (range) => {
      let result = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result + range.slice(copyFrom);
    };
    module.exports = trimComparatorWhitespace;
  }
});

// node_modules/sharp/node_modules/semver/classes/range.js
var require_range = __commonJS({
  "node_modules/sharp/node_modules/semver/classes/range.js"(exports, module) {
    "use strict";
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      constructor(range, options) {
        options = parseOptions(options);
        if (range instanceof _Range) {
          if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i = 0; i < this.set.length; i++) {
            if (i > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached = cache2.get(memoKey);
        if (cached) {
          return cached;
        }
        const loose = this.options.loose;
        const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result = [...rangeMap.values()];
        cache2.set(memoKey, result);
        return result;
      }
      intersects(range, options) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options);
              });
            });
          });
        });
      }
      // if ANY of the sets match ALL of its comparators, then pass
      test(version2) {
        if (!version2) {
          return false;
        }
        if (typeof version2 === "string") {
          try {
            version2 = new SemVer(version2, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version2, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module.exports = Range;
    var LRU = require_lrucache();
    var cache2 = new LRU();
    var parseOptions = require_parse_options();
    var Comparator = require_comparator();
    var debug = require_debug();
    var SemVer = require_semver();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = require_re();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = (c) => c.value === "<0.0.0-0";
    var isAny = (c) => c.value === "";
    var isSatisfiable = (comparators, options) => {
      let result = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result && remainingComparators.length) {
        result = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options);
        });
        testComparator = remainingComparators.pop();
      }
      return result;
    };
    var parseComparator = (comp, options) => {
      comp = comp.replace(re[t.BUILD], "");
      debug("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug("caret", comp);
      comp = replaceTildes(comp, options);
      debug("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug("xrange", comp);
      comp = replaceStars(comp, options);
      debug("stars", comp);
      return comp;
    };
    var isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
    var invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
    var replaceTildes = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
    };
    var replaceTilde = (comp, options) => {
      const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug("replaceGTE0", comp, options);
      return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    };
    var hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    };
    var testSet = (set, version2, options) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version2)) {
          return false;
        }
      }
      if (version2.prerelease.length && !options.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed = set[i].semver;
            if (allowed.major === version2.major && allowed.minor === version2.minor && allowed.patch === version2.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    };
  }
});

// node_modules/sharp/node_modules/semver/classes/comparator.js
var require_comparator = __commonJS({
  "node_modules/sharp/node_modules/semver/classes/comparator.js"(exports, module) {
    "use strict";
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static get ANY() {
        return ANY;
      }
      constructor(comp, options) {
        options = parseOptions(options);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version2) {
        debug("Comparator.test", version2, this.options.loose);
        if (this.semver === ANY || version2 === ANY) {
          return true;
        }
        if (typeof version2 === "string") {
          try {
            version2 = new SemVer(version2, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version2, this.operator, this.semver, this.options);
      }
      intersects(comp, options) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options).test(comp.semver);
        }
        options = parseOptions(options);
        if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module.exports = Comparator;
    var parseOptions = require_parse_options();
    var { safeRe: re, t } = require_re();
    var cmp = require_cmp();
    var debug = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});

// node_modules/sharp/node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJS({
  "node_modules/sharp/node_modules/semver/functions/satisfies.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var satisfies = (version2, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version2);
    };
    module.exports = satisfies;
  }
});

// node_modules/sharp/node_modules/semver/ranges/to-comparators.js
var require_to_comparators = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/to-comparators.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
    module.exports = toComparators;
  }
});

// node_modules/sharp/node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/max-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var maxSatisfying = (versions2, range, options) => {
      let max = null;
      let maxSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions2.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!max || maxSV.compare(v) === -1) {
            max = v;
            maxSV = new SemVer(max, options);
          }
        }
      });
      return max;
    };
    module.exports = maxSatisfying;
  }
});

// node_modules/sharp/node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/min-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var minSatisfying = (versions2, range, options) => {
      let min = null;
      let minSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions2.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!min || minSV.compare(v) === 1) {
            min = v;
            minSV = new SemVer(min, options);
          }
        }
      });
      return min;
    };
    module.exports = minSatisfying;
  }
});

// node_modules/sharp/node_modules/semver/ranges/min-version.js
var require_min_version = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/min-version.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var gt = require_gt();
    var minVersion = (range, loose) => {
      range = new Range(range, loose);
      let minver = new SemVer("0.0.0");
      if (range.test(minver)) {
        return minver;
      }
      minver = new SemVer("0.0.0-0");
      if (range.test(minver)) {
        return minver;
      }
      minver = null;
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let setMin = null;
        comparators.forEach((comparator) => {
          const compver = new SemVer(comparator.semver.version);
          switch (comparator.operator) {
            case ">":
              if (compver.prerelease.length === 0) {
                compver.patch++;
              } else {
                compver.prerelease.push(0);
              }
              compver.raw = compver.format();
            /* fallthrough */
            case "":
            case ">=":
              if (!setMin || gt(compver, setMin)) {
                setMin = compver;
              }
              break;
            case "<":
            case "<=":
              break;
            /* istanbul ignore next */
            default:
              throw new Error(`Unexpected operation: ${comparator.operator}`);
          }
        });
        if (setMin && (!minver || gt(minver, setMin))) {
          minver = setMin;
        }
      }
      if (minver && range.test(minver)) {
        return minver;
      }
      return null;
    };
    module.exports = minVersion;
  }
});

// node_modules/sharp/node_modules/semver/ranges/valid.js
var require_valid2 = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/valid.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var validRange = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module.exports = validRange;
  }
});

// node_modules/sharp/node_modules/semver/ranges/outside.js
var require_outside = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/outside.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var Range = require_range();
    var satisfies = require_satisfies();
    var gt = require_gt();
    var lt = require_lt();
    var lte = require_lte();
    var gte = require_gte();
    var outside = (version2, range, hilo, options) => {
      version2 = new SemVer(version2, options);
      range = new Range(range, options);
      let gtfn, ltefn, ltfn, comp, ecomp;
      switch (hilo) {
        case ">":
          gtfn = gt;
          ltefn = lte;
          ltfn = lt;
          comp = ">";
          ecomp = ">=";
          break;
        case "<":
          gtfn = lt;
          ltefn = gte;
          ltfn = gt;
          comp = "<";
          ecomp = "<=";
          break;
        default:
          throw new TypeError('Must provide a hilo val of "<" or ">"');
      }
      if (satisfies(version2, range, options)) {
        return false;
      }
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let high = null;
        let low = null;
        comparators.forEach((comparator) => {
          if (comparator.semver === ANY) {
            comparator = new Comparator(">=0.0.0");
          }
          high = high || comparator;
          low = low || comparator;
          if (gtfn(comparator.semver, high.semver, options)) {
            high = comparator;
          } else if (ltfn(comparator.semver, low.semver, options)) {
            low = comparator;
          }
        });
        if (high.operator === comp || high.operator === ecomp) {
          return false;
        }
        if ((!low.operator || low.operator === comp) && ltefn(version2, low.semver)) {
          return false;
        } else if (low.operator === ecomp && ltfn(version2, low.semver)) {
          return false;
        }
      }
      return true;
    };
    module.exports = outside;
  }
});

// node_modules/sharp/node_modules/semver/ranges/gtr.js
var require_gtr = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/gtr.js"(exports, module) {
    "use strict";
    var outside = require_outside();
    var gtr = (version2, range, options) => outside(version2, range, ">", options);
    module.exports = gtr;
  }
});

// node_modules/sharp/node_modules/semver/ranges/ltr.js
var require_ltr = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/ltr.js"(exports, module) {
    "use strict";
    var outside = require_outside();
    var ltr = (version2, range, options) => outside(version2, range, "<", options);
    module.exports = ltr;
  }
});

// node_modules/sharp/node_modules/semver/ranges/intersects.js
var require_intersects = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/intersects.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var intersects = (r1, r2, options) => {
      r1 = new Range(r1, options);
      r2 = new Range(r2, options);
      return r1.intersects(r2, options);
    };
    module.exports = intersects;
  }
});

// node_modules/sharp/node_modules/semver/ranges/simplify.js
var require_simplify = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/simplify.js"(exports, module) {
    "use strict";
    var satisfies = require_satisfies();
    var compare2 = require_compare();
    module.exports = (versions2, range, options) => {
      const set = [];
      let first = null;
      let prev = null;
      const v = versions2.sort((a, b) => compare2(a, b, options));
      for (const version2 of v) {
        const included = satisfies(version2, range, options);
        if (included) {
          prev = version2;
          if (!first) {
            first = version2;
          }
        } else {
          if (prev) {
            set.push([first, prev]);
          }
          prev = null;
          first = null;
        }
      }
      if (first) {
        set.push([first, null]);
      }
      const ranges = [];
      for (const [min, max] of set) {
        if (min === max) {
          ranges.push(min);
        } else if (!max && min === v[0]) {
          ranges.push("*");
        } else if (!max) {
          ranges.push(`>=${min}`);
        } else if (min === v[0]) {
          ranges.push(`<=${max}`);
        } else {
          ranges.push(`${min} - ${max}`);
        }
      }
      const simplified = ranges.join(" || ");
      const original = typeof range.raw === "string" ? range.raw : String(range);
      return simplified.length < original.length ? simplified : range;
    };
  }
});

// node_modules/sharp/node_modules/semver/ranges/subset.js
var require_subset = __commonJS({
  "node_modules/sharp/node_modules/semver/ranges/subset.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var satisfies = require_satisfies();
    var compare2 = require_compare();
    var subset = (sub, dom, options = {}) => {
      if (sub === dom) {
        return true;
      }
      sub = new Range(sub, options);
      dom = new Range(dom, options);
      let sawNonNull = false;
      OUTER: for (const simpleSub of sub.set) {
        for (const simpleDom of dom.set) {
          const isSub = simpleSubset(simpleSub, simpleDom, options);
          sawNonNull = sawNonNull || isSub !== null;
          if (isSub) {
            continue OUTER;
          }
        }
        if (sawNonNull) {
          return false;
        }
      }
      return true;
    };
    var minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
    var minimumVersion = [new Comparator(">=0.0.0")];
    var simpleSubset = (sub, dom, options) => {
      if (sub === dom) {
        return true;
      }
      if (sub.length === 1 && sub[0].semver === ANY) {
        if (dom.length === 1 && dom[0].semver === ANY) {
          return true;
        } else if (options.includePrerelease) {
          sub = minimumVersionWithPreRelease;
        } else {
          sub = minimumVersion;
        }
      }
      if (dom.length === 1 && dom[0].semver === ANY) {
        if (options.includePrerelease) {
          return true;
        } else {
          dom = minimumVersion;
        }
      }
      const eqSet = /* @__PURE__ */ new Set();
      let gt, lt;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt = higherGT(gt, c, options);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt = lowerLT(lt, c, options);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt && lt) {
        gtltComp = compare2(gt.semver, lt.semver, options);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) {
          return null;
        }
      }
      for (const eq of eqSet) {
        if (gt && !satisfies(eq, String(gt), options)) {
          return null;
        }
        if (lt && !satisfies(eq, String(lt), options)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies(eq, String(c), options)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
      let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) {
        needDomLTPre = false;
      }
      for (const c of dom) {
        hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
        hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
        if (gt) {
          if (needDomGTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) {
              needDomGTPre = false;
            }
          }
          if (c.operator === ">" || c.operator === ">=") {
            higher = higherGT(gt, c, options);
            if (higher === c && higher !== gt) {
              return false;
            }
          } else if (gt.operator === ">=" && !c.test(gt.semver)) {
            return false;
          }
        }
        if (lt) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt, c, options);
            if (lower === c && lower !== lt) {
              return false;
            }
          } else if (lt.operator === "<=" && !c.test(lt.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt || gt) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt && hasDomLT && !lt && gtltComp !== 0) {
        return false;
      }
      if (lt && hasDomGT && !gt && gtltComp !== 0) {
        return false;
      }
      if (needDomGTPre || needDomLTPre) {
        return false;
      }
      return true;
    };
    var higherGT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare2(a.semver, b.semver, options);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    };
    var lowerLT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare2(a.semver, b.semver, options);
      return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
    };
    module.exports = subset;
  }
});

// node_modules/sharp/node_modules/semver/index.js
var require_semver2 = __commonJS({
  "node_modules/sharp/node_modules/semver/index.js"(exports, module) {
    "use strict";
    var internalRe = require_re();
    var constants = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse4 = require_parse();
    var valid = require_valid();
    var clean = require_clean();
    var inc = require_inc();
    var diff = require_diff();
    var major = require_major();
    var minor = require_minor();
    var patch = require_patch();
    var prerelease = require_prerelease();
    var compare2 = require_compare();
    var rcompare = require_rcompare();
    var compareLoose = require_compare_loose();
    var compareBuild = require_compare_build();
    var sort = require_sort();
    var rsort = require_rsort();
    var gt = require_gt();
    var lt = require_lt();
    var eq = require_eq();
    var neq = require_neq();
    var gte = require_gte();
    var lte = require_lte();
    var cmp = require_cmp();
    var coerce = require_coerce();
    var truncate = require_truncate();
    var Comparator = require_comparator();
    var Range = require_range();
    var satisfies = require_satisfies();
    var toComparators = require_to_comparators();
    var maxSatisfying = require_max_satisfying();
    var minSatisfying = require_min_satisfying();
    var minVersion = require_min_version();
    var validRange = require_valid2();
    var outside = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module.exports = {
      parse: parse4,
      valid,
      clean,
      inc,
      diff,
      major,
      minor,
      patch,
      prerelease,
      compare: compare2,
      rcompare,
      compareLoose,
      compareBuild,
      sort,
      rsort,
      gt,
      lt,
      eq,
      neq,
      gte,
      lte,
      cmp,
      coerce,
      truncate,
      Comparator,
      Range,
      satisfies,
      toComparators,
      maxSatisfying,
      minSatisfying,
      minVersion,
      validRange,
      outside,
      gtr,
      ltr,
      intersects,
      simplifyRange,
      subset,
      SemVer,
      re: internalRe.re,
      src: internalRe.src,
      tokens: internalRe.t,
      SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// node_modules/sharp/package.json
var package_default;
var init_package = __esm({
  "node_modules/sharp/package.json"() {
    package_default = {
      name: "sharp",
      description: "High performance Node.js image processing, the fastest module to resize JPEG, PNG, WebP, GIF, AVIF and TIFF images",
      version: "0.35.5",
      author: "Lovell Fuller <npm@lovell.info>",
      homepage: "https://sharp.pixelplumbing.com",
      contributors: [
        "Pierre Inglebert <pierre.inglebert@gmail.com>",
        "Jonathan Ong <jonathanrichardong@gmail.com>",
        "Chanon Sajjamanochai <chanon.s@gmail.com>",
        "Juliano Julio <julianojulio@gmail.com>",
        "Daniel Gasienica <daniel@gasienica.ch>",
        "Julian Walker <julian@fiftythree.com>",
        "Amit Pitaru <pitaru.amit@gmail.com>",
        "Brandon Aaron <hello.brandon@aaron.sh>",
        "Andreas Lind <andreas@one.com>",
        "Maurus Cuelenaere <mcuelenaere@gmail.com>",
        "Linus Unneb\xE4ck <linus@folkdatorn.se>",
        "Victor Mateevitsi <mvictoras@gmail.com>",
        "Alaric Holloway <alaric.holloway@gmail.com>",
        "Bernhard K. Weisshuhn <bkw@codingforce.com>",
        "Chris Riley <criley@primedia.com>",
        "David Carley <dacarley@gmail.com>",
        "John Tobin <john@limelightmobileinc.com>",
        "Kenton Gray <kentongray@gmail.com>",
        "Felix B\xFCnemann <Felix.Buenemann@gmail.com>",
        "Samy Al Zahrani <samyalzahrany@gmail.com>",
        "Chintan Thakkar <lemnisk8@gmail.com>",
        "F. Orlando Galashan <frulo@gmx.de>",
        "Kleis Auke Wolthuizen <info@kleisauke.nl>",
        "Matt Hirsch <mhirsch@media.mit.edu>",
        "Matthias Thoemmes <thoemmes@gmail.com>",
        "Patrick Paskaris <patrick@paskaris.gr>",
        "J\xE9r\xE9my Lal <kapouer@melix.org>",
        "Rahul Nanwani <r.nanwani@gmail.com>",
        "Alice Monday <alice0meta@gmail.com>",
        "Kristo Jorgenson <kristo.jorgenson@gmail.com>",
        "YvesBos <yves_bos@outlook.com>",
        "Guy Maliar <guy@tailorbrands.com>",
        "Nicolas Coden <nicolas@ncoden.fr>",
        "Matt Parrish <matt.r.parrish@gmail.com>",
        "Marcel Bretschneider <marcel.bretschneider@gmail.com>",
        "Matthew McEachen <matthew+github@mceachen.org>",
        "Jarda Kot\u011B\u0161ovec <jarda.kotesovec@gmail.com>",
        "Kenric D'Souza <kenric.dsouza@gmail.com>",
        "Oleh Aleinyk <oleg.aleynik@gmail.com>",
        "Marcel Bretschneider <marcel.bretschneider@gmail.com>",
        "Andrea Bianco <andrea.bianco@unibas.ch>",
        "Rik Heywood <rik@rik.org>",
        "Thomas Parisot <hi@oncletom.io>",
        "Nathan Graves <nathanrgraves+github@gmail.com>",
        "Tom Lokhorst <tom@lokhorst.eu>",
        "Espen Hovlandsdal <espen@hovlandsdal.com>",
        "Sylvain Dumont <sylvain.dumont35@gmail.com>",
        "Alun Davies <alun.owain.davies@googlemail.com>",
        "Aidan Hoolachan <ajhoolachan21@gmail.com>",
        "Axel Eirola <axel.eirola@iki.fi>",
        "Freezy <freezy@xbmc.org>",
        "Daiz <taneli.vatanen@gmail.com>",
        "Julian Aubourg <j@ubourg.net>",
        "Keith Belovay <keith@picthrive.com>",
        "Michael B. Klein <mbklein@gmail.com>",
        "Jordan Prudhomme <jordan@raboland.fr>",
        "Ilya Ovdin <iovdin@gmail.com>",
        "Andargor <andargor@yahoo.com>",
        "Paul Neave <paul.neave@gmail.com>",
        "Brendan Kennedy <brenwken@gmail.com>",
        "Brychan Bennett-Odlum <git@brychan.io>",
        "Edward Silverton <e.silverton@gmail.com>",
        "Roman Malieiev <aromaleev@gmail.com>",
        "Tomas Szabo <tomas.szabo@deftomat.com>",
        "Robert O'Rourke <robert@o-rourke.org>",
        "Guillermo Alfonso Varela Chouci\xF1o <guillevch@gmail.com>",
        "Christian Flintrup <chr@gigahost.dk>",
        "Manan Jadhav <manan@motionden.com>",
        "Leon Radley <leon@radley.se>",
        "alza54 <alza54@thiocod.in>",
        "Jacob Smith <jacob@frende.me>",
        "Michael Nutt <michael@nutt.im>",
        "Brad Parham <baparham@gmail.com>",
        "Taneli Vatanen <taneli.vatanen@gmail.com>",
        "Joris Dugu\xE9 <zaruike10@gmail.com>",
        "Chris Banks <christopher.bradley.banks@gmail.com>",
        "Ompal Singh <ompal.hitm09@gmail.com>",
        "Brodan <christopher.hranj@gmail.com>",
        "Ankur Parihar <ankur.github@gmail.com>",
        "Brahim Ait elhaj <brahima@gmail.com>",
        "Mart Jansink <m.jansink@gmail.com>",
        "Lachlan Newman <lachnewman007@gmail.com>",
        "Dennis Beatty <dennis@dcbeatty.com>",
        "Ingvar Stepanyan <me@rreverser.com>",
        "Don Denton <don@happycollision.com>",
        "Dmytro Tiapukhin <cool.gegeg@gmail.com>",
        "Florian Lefebvre <contact@florian-lefebvre.dev>"
      ],
      scripts: {
        build: "node install/build.js",
        "build:dist": "node scripts/build.mjs",
        clean: "rm -rf src/build/ test/fixtures/output.*",
        test: "npm run lint && npm run test-unit",
        lint: "npm run lint-cpp && npm run lint-js && npm run lint-types && npm run lint-publish",
        "lint-cpp": "cpplint --quiet src/*.h src/*.cc",
        "lint-js": "biome lint",
        "lint-publish": "publint --strict",
        "lint-types": "tsd --files ./test/types/sharp.test-d.{cts,mts}",
        "test-leak": "./test/leak/leak.sh",
        "test-unit": "node --experimental-test-coverage test/unit.mjs",
        "package-from-local-build": "node npm/from-local-build.js",
        "package-wasm-wrappers": "node npm/wasm-wrappers.js",
        "package-release-notes": "node npm/release-notes.js",
        "docs-build": "node docs/build.mjs",
        "docs-serve": "cd docs && npm start",
        "docs-publish": "cd docs && npm run build && npx firebase-tools deploy --project pixelplumbing --only hosting:pixelplumbing-sharp"
      },
      type: "commonjs",
      files: [
        "dist",
        "install",
        "lib/index.d.ts",
        "src/*.{cc,h,gyp}"
      ],
      main: "./dist/index.cjs",
      module: "./dist/index.mjs",
      types: "./dist/index.d.mts",
      exports: {
        ".": {
          import: {
            types: "./dist/index.d.mts",
            default: "./dist/index.mjs"
          },
          require: {
            types: "./dist/index.d.cts",
            default: "./dist/index.cjs"
          }
        }
      },
      sideEffects: true,
      repository: {
        type: "git",
        url: "git+https://github.com/lovell/sharp.git"
      },
      keywords: [
        "jpeg",
        "png",
        "webp",
        "avif",
        "tiff",
        "gif",
        "svg",
        "jp2",
        "dzi",
        "image",
        "resize",
        "thumbnail",
        "crop",
        "embed",
        "libvips",
        "vips"
      ],
      dependencies: {
        "@img/colour": "^1.1.0",
        "detect-libc": "^2.1.2",
        semver: "^7.8.5"
      },
      optionalDependencies: {
        "@img/sharp-darwin-arm64": "0.35.5",
        "@img/sharp-darwin-x64": "0.35.5",
        "@img/sharp-freebsd-wasm32": "0.35.5",
        "@img/sharp-libvips-darwin-arm64": "1.3.4",
        "@img/sharp-libvips-darwin-x64": "1.3.4",
        "@img/sharp-libvips-linux-arm": "1.3.4",
        "@img/sharp-libvips-linux-arm64": "1.3.4",
        "@img/sharp-libvips-linux-ppc64": "1.3.4",
        "@img/sharp-libvips-linux-riscv64": "1.3.4",
        "@img/sharp-libvips-linux-s390x": "1.3.4",
        "@img/sharp-libvips-linux-x64": "1.3.4",
        "@img/sharp-libvips-linuxmusl-arm64": "1.3.4",
        "@img/sharp-libvips-linuxmusl-x64": "1.3.4",
        "@img/sharp-linux-arm": "0.35.5",
        "@img/sharp-linux-arm64": "0.35.5",
        "@img/sharp-linux-ppc64": "0.35.5",
        "@img/sharp-linux-riscv64": "0.35.5",
        "@img/sharp-linux-s390x": "0.35.5",
        "@img/sharp-linux-x64": "0.35.5",
        "@img/sharp-linuxmusl-arm64": "0.35.5",
        "@img/sharp-linuxmusl-x64": "0.35.5",
        "@img/sharp-webcontainers-wasm32": "0.35.5",
        "@img/sharp-win32-arm64": "0.35.5",
        "@img/sharp-win32-ia32": "0.35.5",
        "@img/sharp-win32-x64": "0.35.5"
      },
      peerDependenciesMeta: {
        "@types/node": {
          optional: true
        }
      },
      devDependencies: {
        "@biomejs/biome": "^2.5.14",
        "@cpplint/cli": "^0.1.0",
        "@emnapi/runtime": "^1.11.3",
        "@img/sharp-libvips-dev": "1.3.4",
        "@img/sharp-libvips-dev-wasm32": "1.3.4",
        "@img/sharp-libvips-win32-arm64": "1.3.4",
        "@img/sharp-libvips-win32-ia32": "1.3.4",
        "@img/sharp-libvips-win32-x64": "1.3.4",
        "@types/node": "*",
        emnapi: "^1.11.3",
        "exif-reader": "^2.0.3",
        icc: "^4.0.0",
        "node-addon-api": "^8.9.2",
        "node-gyp": "^12.4.0",
        publint: "^0.3.24",
        "tar-fs": "^3.1.3",
        tsd: "^0.33.0",
        yauzl: "^3.4.0"
      },
      license: "Apache-2.0",
      engines: {
        node: ">=20.9.0"
      },
      config: {
        libvips: ">=8.18.7"
      },
      funding: {
        url: "https://opencollective.com/libvips"
      }
    };
  }
});

// node_modules/sharp/dist/libvips.mjs
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
var import_semver, import_detect_libc, minimumLibvipsVersionLabelled, minimumLibvipsVersion, prebuiltPlatforms, spawnSyncOptions, log, runtimeLibc, runtimePlatformArch, buildPlatformArch, buildSharpLibvipsIncludeDir, buildSharpLibvipsCPlusPlusDir, buildSharpLibvipsLibDir, isUnsupportedNodeRuntime, isEmscripten, isRosetta, sha512, yarnLocator, spawnRebuild, globalLibvipsVersion, getBrewPkgConfigPath, getPkgConfigPath, pkgConfigPath, skipSearch, useGlobalLibvips, libvips_default;
var init_libvips = __esm({
  "node_modules/sharp/dist/libvips.mjs"() {
    import_semver = __toESM(require_semver2(), 1);
    import_detect_libc = __toESM(require_detect_libc(), 1);
    init_package();
    minimumLibvipsVersionLabelled = process.env.npm_package_config_libvips || package_default.config.libvips;
    minimumLibvipsVersion = import_semver.default.coerce(minimumLibvipsVersionLabelled).version;
    prebuiltPlatforms = [
      "darwin-arm64",
      "darwin-x64",
      "freebsd-arm64",
      "freebsd-x64",
      "linux-arm",
      "linux-arm64",
      "linux-ppc64",
      "linux-riscv64",
      "linux-s390x",
      "linux-wasm32",
      "linux-x64",
      "linuxmusl-arm64",
      "linuxmusl-x64",
      "win32-arm64",
      "win32-ia32",
      "win32-x64"
    ];
    spawnSyncOptions = {
      encoding: "utf8",
      shell: true
    };
    log = (item) => {
      if (item instanceof Error) {
        console.error(`sharp: Installation error: ${item.message}`);
      } else {
        console.log(`sharp: ${item}`);
      }
    };
    runtimeLibc = () => import_detect_libc.default.isNonGlibcLinuxSync() ? import_detect_libc.default.familySync() : "";
    runtimePlatformArch = () => `${process.platform}${runtimeLibc()}-${process.arch}`;
    buildPlatformArch = () => {
      if (isEmscripten()) {
        return "wasm32";
      }
      const { npm_config_arch, npm_config_platform, npm_config_libc } = process.env;
      const libc = typeof npm_config_libc === "string" ? npm_config_libc : runtimeLibc();
      return `${npm_config_platform || process.platform}${libc}-${npm_config_arch || process.arch}`;
    };
    buildSharpLibvipsIncludeDir = () => {
      try {
        return __require(`@img/sharp-libvips-dev-${buildPlatformArch()}/include`);
      } catch {
        try {
          return __require("@img/sharp-libvips-dev/include");
        } catch {
        }
      }
      return "";
    };
    buildSharpLibvipsCPlusPlusDir = () => {
      try {
        return __require("@img/sharp-libvips-dev/cplusplus");
      } catch {
      }
      return "";
    };
    buildSharpLibvipsLibDir = () => {
      try {
        return __require(`@img/sharp-libvips-dev-${buildPlatformArch()}/lib`);
      } catch {
        try {
          return __require(`@img/sharp-libvips-${buildPlatformArch()}/lib`);
        } catch {
        }
      }
      return "";
    };
    isUnsupportedNodeRuntime = () => {
      if (process.release?.name === "node" && process.versions) {
        if (!import_semver.default.satisfies(process.versions.node, package_default.engines.node)) {
          return { found: process.versions.node, expected: package_default.engines.node };
        }
      }
    };
    isEmscripten = () => {
      const { CC } = process.env;
      return Boolean(CC?.endsWith("/emcc"));
    };
    isRosetta = () => {
      if (process.platform === "darwin" && process.arch === "x64") {
        const translated = spawnSync("sysctl sysctl.proc_translated", spawnSyncOptions).stdout;
        return (translated || "").trim() === "sysctl.proc_translated: 1";
      }
      return false;
    };
    sha512 = (s2) => createHash("sha512").update(s2).digest("hex");
    yarnLocator = () => {
      try {
        const identHash = sha512(`imgsharp-libvips-${buildPlatformArch()}`);
        const npmVersion = import_semver.default.coerce(package_default.optionalDependencies[`@img/sharp-libvips-${buildPlatformArch()}`], {
          includePrerelease: true
        }).version;
        return sha512(`${identHash}npm:${npmVersion}`).slice(0, 10);
      } catch {
      }
      return "";
    };
    spawnRebuild = () => spawnSync(`node-gyp rebuild --directory=src ${isEmscripten() ? "--nodedir=emscripten" : ""}`, {
      ...spawnSyncOptions,
      stdio: "inherit"
    }).status;
    globalLibvipsVersion = () => {
      if (process.platform !== "win32") {
        const globalLibvipsVersion2 = spawnSync("pkg-config --modversion vips-cpp", {
          ...spawnSyncOptions,
          env: {
            ...process.env,
            PKG_CONFIG_PATH: pkgConfigPath()
          }
        }).stdout;
        return (globalLibvipsVersion2 || "").trim();
      } else {
        return "";
      }
    };
    getBrewPkgConfigPath = () => {
      try {
        const brewPrefix = (spawnSync("brew", ["--prefix"], { encoding: "utf8" }).stdout || "").trim();
        if (brewPrefix) {
          return `${brewPrefix}/lib/pkgconfig`;
        }
      } catch (_err) {
      }
      return void 0;
    };
    getPkgConfigPath = () => {
      try {
        const pkgConfigPath2 = (spawnSync("pkg-config", ["--variable", "pc_path", "pkg-config"], { encoding: "utf8" }).stdout || "").trim();
        if (pkgConfigPath2) {
          return pkgConfigPath2;
        }
      } catch (_err) {
      }
      return void 0;
    };
    pkgConfigPath = () => {
      if (process.platform !== "win32") {
        return [
          getBrewPkgConfigPath(),
          getPkgConfigPath(),
          process.env.PKG_CONFIG_PATH
        ].filter(Boolean).join(":");
      } else {
        return "";
      }
    };
    skipSearch = (status, reason, logger) => {
      if (logger) {
        logger(`Detected ${reason}, skipping search for globally-installed libvips`);
      }
      return status;
    };
    useGlobalLibvips = (logger) => {
      if (Boolean(process.env.SHARP_IGNORE_GLOBAL_LIBVIPS) === true) {
        return skipSearch(false, "SHARP_IGNORE_GLOBAL_LIBVIPS", logger);
      }
      if (Boolean(process.env.SHARP_FORCE_GLOBAL_LIBVIPS) === true) {
        return skipSearch(true, "SHARP_FORCE_GLOBAL_LIBVIPS", logger);
      }
      if (isRosetta()) {
        return skipSearch(false, "Rosetta", logger);
      }
      const globalVipsVersion = globalLibvipsVersion();
      return !!globalVipsVersion && import_semver.default.gte(globalVipsVersion, minimumLibvipsVersion);
    };
    libvips_default = {
      minimumLibvipsVersion,
      prebuiltPlatforms,
      buildPlatformArch,
      buildSharpLibvipsIncludeDir,
      buildSharpLibvipsCPlusPlusDir,
      buildSharpLibvipsLibDir,
      isUnsupportedNodeRuntime,
      runtimePlatformArch,
      log,
      yarnLocator,
      spawnRebuild,
      globalLibvipsVersion,
      pkgConfigPath,
      useGlobalLibvips
    };
  }
});

// node_modules/sharp/dist/sharp.mjs
import { createRequire as createRequire3 } from "node:module";
var import_detect_libc2, require2, version, runtimePlatformArch2, isUnsupportedNodeRuntime2, prebuiltPlatforms2, minimumLibvipsVersion2, runtimePlatform, sharp, errors, sharp_default;
var init_sharp = __esm({
  "node_modules/sharp/dist/sharp.mjs"() {
    import_detect_libc2 = __toESM(require_detect_libc(), 1);
    init_libvips();
    init_package();
    require2 = createRequire3(import.meta.url);
    ({ version } = package_default);
    ({ runtimePlatformArch: runtimePlatformArch2, isUnsupportedNodeRuntime: isUnsupportedNodeRuntime2, prebuiltPlatforms: prebuiltPlatforms2, minimumLibvipsVersion: minimumLibvipsVersion2 } = libvips_default);
    runtimePlatform = runtimePlatformArch2();
    errors = [];
    try {
      sharp = require2(`../src/build/Release/sharp-${runtimePlatform}-${version}.node`);
    } catch (err) {
      errors.push(err);
    }
    if (!sharp) {
      try {
        sharp = require2(`../src/build/Release/sharp-wasm32-${version}.node`);
      } catch (err) {
        errors.push(err);
      }
    }
    if (!sharp) {
      try {
        switch (runtimePlatform) {
          case "darwin-arm64":
            sharp = require2("@img/sharp-darwin-arm64/sharp.node");
            break;
          case "darwin-x64":
            sharp = require2("@img/sharp-darwin-x64/sharp.node");
            break;
          case "linux-arm":
            sharp = require2("@img/sharp-linux-arm/sharp.node");
            break;
          case "linux-arm64":
            sharp = require2("@img/sharp-linux-arm64/sharp.node");
            break;
          case "linux-ppc64":
            sharp = require2("@img/sharp-linux-ppc64/sharp.node");
            break;
          case "linux-riscv64":
            sharp = require2("@img/sharp-linux-riscv64/sharp.node");
            break;
          case "linux-s390x":
            sharp = require2("@img/sharp-linux-s390x/sharp.node");
            break;
          case "linux-x64":
            sharp = require2("@img/sharp-linux-x64/sharp.node");
            break;
          case "linuxmusl-arm64":
            sharp = require2("@img/sharp-linuxmusl-arm64/sharp.node");
            break;
          case "linuxmusl-x64":
            sharp = require2("@img/sharp-linuxmusl-x64/sharp.node");
            break;
          case "win32-arm64":
            sharp = require2("@img/sharp-win32-arm64/sharp.node");
            break;
          case "win32-ia32":
            sharp = require2("@img/sharp-win32-ia32/sharp.node");
            break;
          case "win32-x64":
            sharp = require2("@img/sharp-win32-x64/sharp.node");
            break;
          case "freebsd-arm64":
          case "freebsd-x64":
            sharp = require2("@img/sharp-freebsd-wasm32/sharp.node");
            break;
          case "linux-wasm32":
            sharp = require2("@img/sharp-webcontainers-wasm32/sharp.node");
            break;
        }
        if (sharp && ["linux-x64", "linuxmusl-x64"].includes(runtimePlatform) && !sharp._isUsingX64V2()) {
          const err = new Error("Prebuilt binaries for Linux x64 require v2 microarchitecture");
          err.code = "Unsupported CPU";
          errors.push(err);
          sharp = null;
        }
        if (sharp && process.versions.electron && runtimePlatform.startsWith("linux")) {
          process.emitWarning(
            "Binaries provided by Electron for use on Linux may be incompatible with sharp - see https://sharp.pixelplumbing.com/install#electron-and-linux",
            { code: "SharpElectronLinux" }
          );
        }
      } catch (err) {
        errors.push(err);
      }
    }
    if (!sharp) {
      try {
        sharp = require2("@img/sharp-wasm32/sharp.node");
      } catch (err) {
        errors.push(err);
      }
    }
    if (!sharp) {
      const [isLinux, isMacOs, isWindows] = ["linux", "darwin", "win32"].map((os) => runtimePlatform.startsWith(os));
      const help = [`Could not load the "sharp" module using the ${runtimePlatform} runtime`];
      errors.forEach((err) => {
        if (!err.code?.endsWith("MODULE_NOT_FOUND")) {
          help.push(err.code ? `${err.code}: ${err.message}` : err.message);
        }
      });
      const messages = errors.map((err) => err.message).join(" ");
      help.push("Possible solutions:");
      if (isUnsupportedNodeRuntime2()) {
        const { found, expected } = isUnsupportedNodeRuntime2();
        help.push("- Please upgrade Node.js:", `    Found ${found}`, `    Requires ${expected}`);
      } else if (prebuiltPlatforms2.includes(runtimePlatform) && !/libstdc\+\+\.so/.test(messages)) {
        const [os, cpu] = runtimePlatform.split("-");
        const libc = os.endsWith("musl") ? " --libc=musl" : "";
        help.push(
          "- Ensure optional dependencies can be installed:",
          "    npm install --include=optional sharp",
          "- Ensure your package manager supports multi-platform installation:",
          "    See https://sharp.pixelplumbing.com/install#cross-platform",
          "- Add platform-specific dependencies:",
          `    npm install --os=${os.replace("musl", "")}${libc} --cpu=${cpu} sharp`
        );
      } else {
        help.push(
          `- Manually install libvips >= ${minimumLibvipsVersion2}`,
          "    See https://sharp.pixelplumbing.com/install#building-from-source",
          "- Add WebAssembly-based dependencies:",
          "    npm install sharp @img/sharp-wasm32"
        );
      }
      if (isLinux && /(symbol not found|CXXABI_)/i.test(messages)) {
        try {
          const { config } = require2(`@img/sharp-libvips-${runtimePlatform}/package`);
          const libcFound = `${(0, import_detect_libc2.familySync)()} ${(0, import_detect_libc2.versionSync)()}`;
          const libcRequires = `${config.musl ? "musl" : "glibc"} ${config.musl || config.glibc}`;
          help.push("- Update your OS:", `    Found ${libcFound}`, `    Requires ${libcRequires}`);
        } catch (_errEngines) {
        }
      }
      if (isLinux && /\/snap\/core[0-9]{2}/.test(messages)) {
        help.push("- Remove the Node.js Snap, which does not support native modules", "    snap remove node");
      }
      if (isMacOs && /Incompatible library version/.test(messages)) {
        help.push("- Update Homebrew:", "    brew update && brew upgrade vips");
      }
      if (errors.some((err) => err.code === "ERR_DLOPEN_DISABLED")) {
        help.push("- Run Node.js without using the --no-addons flag");
      }
      if (isWindows && /The specified procedure could not be found/.test(messages)) {
        help.push(
          "- Using the canvas package on Windows?",
          "    See https://sharp.pixelplumbing.com/install#canvas-and-windows",
          "- Check for outdated versions of sharp in the dependency tree:",
          "    npm ls sharp"
        );
      }
      help.push("- Consult the installation documentation:", "    See https://sharp.pixelplumbing.com/install");
      throw new Error(help.join("\n"));
    }
    sharp_default = sharp;
  }
});

// node_modules/sharp/dist/constructor.mjs
import util from "node:util";
import stream from "node:stream";
function clone() {
  const clone2 = this.constructor.call();
  const { debuglog: debuglog2, queueListener: queueListener2, ...options } = this.options;
  clone2.options = structuredClone(options);
  clone2.options.debuglog = debuglog2;
  clone2.options.queueListener = queueListener2;
  if (this._isStreamInput()) {
    this._whenStreamInFinished(() => {
      this._flattenBufferIn();
      clone2.options.input.buffer = this.options.input.buffer;
      clone2.emit("finish");
    });
  }
  return clone2;
}
var debuglog, queueListener, Sharp, constructor_default;
var init_constructor = __esm({
  "node_modules/sharp/dist/constructor.mjs"() {
    init_is();
    init_sharp();
    debuglog = util.debuglog("sharp");
    queueListener = (queueLength) => {
      Sharp.queue.emit("change", queueLength);
    };
    Sharp = function(input, options) {
      if (arguments.length === 1 && !is_default.defined(input)) {
        throw new Error("Invalid input");
      }
      if (!(this instanceof Sharp)) {
        return new Sharp(input, options);
      }
      stream.Duplex.call(this);
      this.options = {
        // resize options
        topOffsetPre: -1,
        leftOffsetPre: -1,
        widthPre: -1,
        heightPre: -1,
        topOffsetPost: -1,
        leftOffsetPost: -1,
        widthPost: -1,
        heightPost: -1,
        width: -1,
        height: -1,
        canvas: "crop",
        position: 0,
        resizeBackground: [0, 0, 0, 255],
        angle: 0,
        rotationAngle: 0,
        rotationBackground: [0, 0, 0, 255],
        rotateBefore: false,
        orientBefore: false,
        flip: false,
        flop: false,
        extendTop: 0,
        extendBottom: 0,
        extendLeft: 0,
        extendRight: 0,
        extendBackground: [0, 0, 0, 255],
        extendWith: "background",
        withoutEnlargement: false,
        withoutReduction: false,
        affineMatrix: [],
        affineBackground: [0, 0, 0, 255],
        affineIdx: 0,
        affineIdy: 0,
        affineOdx: 0,
        affineOdy: 0,
        affineInterpolator: this.constructor.interpolators.bilinear,
        kernel: "lanczos3",
        fastShrinkOnLoad: true,
        // operations
        tint: [-1, 0, 0, 0],
        flatten: false,
        flattenBackground: [0, 0, 0],
        unflatten: false,
        negate: false,
        negateAlpha: true,
        medianSize: 0,
        blurSigma: 0,
        precision: "integer",
        minAmpl: 0.2,
        sharpenSigma: 0,
        sharpenM1: 1,
        sharpenM2: 2,
        sharpenX1: 2,
        sharpenY2: 10,
        sharpenY3: 20,
        threshold: 0,
        thresholdGrayscale: true,
        trimBackground: [],
        trimThreshold: -1,
        trimLineArt: false,
        trimMargin: 0,
        dilateWidth: 0,
        erodeWidth: 0,
        gamma: 0,
        gammaOut: 0,
        greyscale: false,
        normalise: false,
        normaliseLower: 1,
        normaliseUpper: 99,
        claheWidth: 0,
        claheHeight: 0,
        claheMaxSlope: 3,
        brightness: 1,
        saturation: 1,
        hue: 0,
        lightness: 0,
        booleanBufferIn: null,
        booleanFileIn: "",
        joinChannelIn: [],
        extractChannel: -1,
        removeAlpha: false,
        ensureAlpha: -1,
        colourspace: "srgb",
        colourspacePipeline: "last",
        composite: [],
        // output
        fileOut: "",
        formatOut: "input",
        streamOut: false,
        typedArrayOut: false,
        keepMetadata: 0,
        withMetadataOrientation: -1,
        withMetadataDensity: 0,
        withIccProfile: "",
        withExif: {},
        withExifMerge: true,
        withXmp: "",
        keepGainMap: false,
        withGainMap: false,
        resolveWithObject: false,
        loop: -1,
        delay: [],
        // output format
        jpegQuality: 80,
        jpegProgressive: false,
        jpegChromaSubsampling: "4:2:0",
        jpegTrellisQuantisation: false,
        jpegOvershootDeringing: false,
        jpegOptimiseScans: false,
        jpegOptimiseCoding: true,
        jpegQuantisationTable: 0,
        pngProgressive: false,
        pngCompressionLevel: 6,
        pngAdaptiveFiltering: false,
        pngPalette: false,
        pngQuality: 100,
        pngEffort: 7,
        pngBitdepth: 8,
        pngDither: 1,
        jp2Quality: 80,
        jp2TileHeight: 512,
        jp2TileWidth: 512,
        jp2Lossless: false,
        jp2ChromaSubsampling: "4:4:4",
        webpQuality: 80,
        webpAlphaQuality: 100,
        webpLossless: false,
        webpNearLossless: false,
        webpSmartSubsample: false,
        webpSmartDeblock: false,
        webpPreset: "default",
        webpEffort: 4,
        webpMinSize: false,
        webpMixed: false,
        webpExact: false,
        gifBitdepth: 8,
        gifEffort: 7,
        gifDither: 1,
        gifInterFrameMaxError: 0,
        gifInterPaletteMaxError: 3,
        gifKeepDuplicateFrames: false,
        gifReuse: true,
        gifProgressive: false,
        tiffQuality: 80,
        tiffCompression: "jpeg",
        tiffBigtiff: false,
        tiffPredictor: "horizontal",
        tiffPyramid: false,
        tiffMiniswhite: false,
        tiffBitdepth: 0,
        tiffTile: false,
        tiffTileHeight: 256,
        tiffTileWidth: 256,
        tiffXres: 1,
        tiffYres: 1,
        tiffResolutionUnit: "inch",
        heifQuality: 50,
        heifLossless: false,
        heifCompression: "av1",
        heifEffort: 4,
        heifChromaSubsampling: "4:4:4",
        heifBitdepth: 8,
        heifTune: "auto",
        jxlDistance: 1,
        jxlDecodingTier: 0,
        jxlEffort: 7,
        jxlLossless: false,
        rawDepth: "uchar",
        tileSize: 256,
        tileOverlap: 0,
        tileContainer: "fs",
        tileLayout: "dz",
        tileFormat: "last",
        tileDepth: "last",
        tileAngle: 0,
        tileSkipBlanks: -1,
        tileBackground: [255, 255, 255, 255],
        tileCentre: false,
        tileId: "https://example.com/iiif",
        tileBasename: "",
        timeoutSeconds: 0,
        linearA: [],
        linearB: [],
        pdfBackground: [255, 255, 255, 255],
        // Function to notify of libvips warnings
        debuglog: (warning) => {
          this.emit("warning", warning);
          debuglog(warning);
        },
        // Function to notify of queue length changes
        queueListener
      };
      this.options.input = this._createInputDescriptor(input, options, { allowStream: true });
      return this;
    };
    Object.setPrototypeOf(Sharp.prototype, stream.Duplex.prototype);
    Object.setPrototypeOf(Sharp, stream.Duplex);
    Object.assign(Sharp.prototype, { clone });
    constructor_default = Sharp;
  }
});

// node_modules/sharp/dist/input.mjs
function _inputOptionsFromObject(obj) {
  const params = inputStreamParameters.filter((p) => is_default.defined(obj[p])).map((p) => [p, obj[p]]);
  return params.length ? Object.fromEntries(params) : void 0;
}
function _createInputDescriptor(input, inputOptions, containerOptions) {
  const inputDescriptor = {
    autoOrient: false,
    failOn: "warning",
    limitInputPixels: 16383 ** 2,
    limitInputChannels: 5,
    ignoreIcc: false,
    unlimited: false,
    sequentialRead: true
  };
  if (is_default.string(input)) {
    inputDescriptor.file = input;
  } else if (is_default.buffer(input)) {
    if (input.length === 0) {
      throw Error("Input Buffer is empty");
    }
    inputDescriptor.buffer = input;
  } else if (is_default.arrayBuffer(input)) {
    if (input.byteLength === 0) {
      throw Error("Input bit Array is empty");
    }
    inputDescriptor.buffer = Buffer.from(input, 0, input.byteLength);
  } else if (is_default.typedArray(input)) {
    if (input.length === 0) {
      throw Error("Input Bit Array is empty");
    }
    inputDescriptor.buffer = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  } else if (is_default.plainObject(input) && !is_default.defined(inputOptions)) {
    inputOptions = input;
    if (_inputOptionsFromObject(inputOptions)) {
      inputDescriptor.buffer = [];
    }
  } else if (!is_default.defined(input) && !is_default.defined(inputOptions) && is_default.object(containerOptions) && containerOptions.allowStream) {
    inputDescriptor.buffer = [];
  } else if (Array.isArray(input)) {
    if (input.length > 1) {
      if (!this.options.joining) {
        this.options.joining = true;
        this.options.join = input.map((i) => this._createInputDescriptor(i));
      } else {
        throw new Error("Recursive join is unsupported");
      }
    } else {
      throw new Error("Expected at least two images to join");
    }
  } else {
    throw new Error(`Unsupported input '${input}' of type ${typeof input}${is_default.defined(inputOptions) ? ` when also providing options of type ${typeof inputOptions}` : ""}`);
  }
  if (is_default.object(inputOptions)) {
    if (is_default.defined(inputOptions.failOn)) {
      if (is_default.string(inputOptions.failOn) && is_default.inArray(inputOptions.failOn, ["none", "truncated", "error", "warning"])) {
        inputDescriptor.failOn = inputOptions.failOn;
      } else {
        throw is_default.invalidParameterError("failOn", "one of: none, truncated, error, warning", inputOptions.failOn);
      }
    }
    if (is_default.defined(inputOptions.autoOrient)) {
      if (is_default.bool(inputOptions.autoOrient)) {
        inputDescriptor.autoOrient = inputOptions.autoOrient;
      } else {
        throw is_default.invalidParameterError("autoOrient", "boolean", inputOptions.autoOrient);
      }
    }
    if (is_default.defined(inputOptions.density)) {
      if (is_default.number(inputOptions.density) && is_default.inRange(inputOptions.density, 1, 1e5)) {
        inputDescriptor.density = inputOptions.density;
      } else {
        throw is_default.invalidParameterError("density", "number between 1 and 100000", inputOptions.density);
      }
    }
    if (is_default.defined(inputOptions.ignoreIcc)) {
      if (is_default.bool(inputOptions.ignoreIcc)) {
        inputDescriptor.ignoreIcc = inputOptions.ignoreIcc;
      } else {
        throw is_default.invalidParameterError("ignoreIcc", "boolean", inputOptions.ignoreIcc);
      }
    }
    if (is_default.defined(inputOptions.limitInputPixels)) {
      if (is_default.bool(inputOptions.limitInputPixels)) {
        inputDescriptor.limitInputPixels = inputOptions.limitInputPixels ? 16383 ** 2 : 0;
      } else if (is_default.integer(inputOptions.limitInputPixels) && is_default.inRange(inputOptions.limitInputPixels, 0, Number.MAX_SAFE_INTEGER)) {
        inputDescriptor.limitInputPixels = inputOptions.limitInputPixels;
      } else {
        throw is_default.invalidParameterError("limitInputPixels", "positive integer", inputOptions.limitInputPixels);
      }
    }
    if (is_default.defined(inputOptions.limitInputChannels)) {
      if (is_default.bool(inputOptions.limitInputChannels)) {
        inputDescriptor.limitInputChannels = inputOptions.limitInputChannels ? 5 : 0;
      } else if (is_default.integer(inputOptions.limitInputChannels) && is_default.inRange(inputOptions.limitInputChannels, 0, Number.MAX_SAFE_INTEGER)) {
        inputDescriptor.limitInputChannels = inputOptions.limitInputChannels;
      } else {
        throw is_default.invalidParameterError("limitInputChannels", "positive integer", inputOptions.limitInputChannels);
      }
    }
    if (is_default.defined(inputOptions.unlimited)) {
      if (is_default.bool(inputOptions.unlimited)) {
        inputDescriptor.unlimited = inputOptions.unlimited;
      } else {
        throw is_default.invalidParameterError("unlimited", "boolean", inputOptions.unlimited);
      }
    }
    if (is_default.defined(inputOptions.sequentialRead)) {
      if (is_default.bool(inputOptions.sequentialRead)) {
        inputDescriptor.sequentialRead = inputOptions.sequentialRead;
      } else {
        throw is_default.invalidParameterError("sequentialRead", "boolean", inputOptions.sequentialRead);
      }
    }
    if (is_default.defined(inputOptions.raw)) {
      if (is_default.object(inputOptions.raw) && is_default.integer(inputOptions.raw.width) && is_default.inRange(inputOptions.raw.width, 1, 1e8) && is_default.integer(inputOptions.raw.height) && is_default.inRange(inputOptions.raw.height, 1, 1e8) && is_default.integer(inputOptions.raw.channels) && is_default.inRange(inputOptions.raw.channels, 1, 4)) {
        inputDescriptor.rawWidth = inputOptions.raw.width;
        inputDescriptor.rawHeight = inputOptions.raw.height;
        inputDescriptor.rawChannels = inputOptions.raw.channels;
        switch (input.constructor) {
          case Uint8Array:
          case Uint8ClampedArray:
            inputDescriptor.rawDepth = "uchar";
            break;
          case Int8Array:
            inputDescriptor.rawDepth = "char";
            break;
          case Uint16Array:
            inputDescriptor.rawDepth = "ushort";
            break;
          case Int16Array:
            inputDescriptor.rawDepth = "short";
            break;
          case Uint32Array:
            inputDescriptor.rawDepth = "uint";
            break;
          case Int32Array:
            inputDescriptor.rawDepth = "int";
            break;
          case Float32Array:
            inputDescriptor.rawDepth = "float";
            break;
          case Float64Array:
            inputDescriptor.rawDepth = "double";
            break;
          default:
            inputDescriptor.rawDepth = "uchar";
            break;
        }
      } else {
        throw new Error("Expected width, height and channels for raw pixel input");
      }
      inputDescriptor.rawPremultiplied = false;
      if (is_default.defined(inputOptions.raw.premultiplied)) {
        if (is_default.bool(inputOptions.raw.premultiplied)) {
          inputDescriptor.rawPremultiplied = inputOptions.raw.premultiplied;
        } else {
          throw is_default.invalidParameterError("raw.premultiplied", "boolean", inputOptions.raw.premultiplied);
        }
      }
      inputDescriptor.rawPageHeight = 0;
      if (is_default.defined(inputOptions.raw.pageHeight)) {
        if (is_default.integer(inputOptions.raw.pageHeight) && inputOptions.raw.pageHeight > 0 && inputOptions.raw.pageHeight <= inputOptions.raw.height) {
          if (inputOptions.raw.height % inputOptions.raw.pageHeight !== 0) {
            throw new Error(`Expected raw.height ${inputOptions.raw.height} to be a multiple of raw.pageHeight ${inputOptions.raw.pageHeight}`);
          }
          inputDescriptor.rawPageHeight = inputOptions.raw.pageHeight;
        } else {
          throw is_default.invalidParameterError("raw.pageHeight", "positive integer", inputOptions.raw.pageHeight);
        }
      }
    }
    if (is_default.defined(inputOptions.animated)) {
      if (is_default.bool(inputOptions.animated)) {
        inputDescriptor.pages = inputOptions.animated ? -1 : 1;
      } else {
        throw is_default.invalidParameterError("animated", "boolean", inputOptions.animated);
      }
    }
    if (is_default.defined(inputOptions.pages)) {
      if (is_default.integer(inputOptions.pages) && is_default.inRange(inputOptions.pages, -1, 1e5)) {
        inputDescriptor.pages = inputOptions.pages;
      } else {
        throw is_default.invalidParameterError("pages", "integer between -1 and 100000", inputOptions.pages);
      }
    }
    if (is_default.defined(inputOptions.page)) {
      if (is_default.integer(inputOptions.page) && is_default.inRange(inputOptions.page, 0, 1e5)) {
        inputDescriptor.page = inputOptions.page;
      } else {
        throw is_default.invalidParameterError("page", "integer between 0 and 100000", inputOptions.page);
      }
    }
    if (is_default.object(inputOptions.openSlide) && is_default.defined(inputOptions.openSlide.level)) {
      if (is_default.integer(inputOptions.openSlide.level) && is_default.inRange(inputOptions.openSlide.level, 0, 256)) {
        inputDescriptor.openSlideLevel = inputOptions.openSlide.level;
      } else {
        throw is_default.invalidParameterError("openSlide.level", "integer between 0 and 256", inputOptions.openSlide.level);
      }
    } else if (is_default.defined(inputOptions.level)) {
      if (is_default.integer(inputOptions.level) && is_default.inRange(inputOptions.level, 0, 256)) {
        inputDescriptor.openSlideLevel = inputOptions.level;
      } else {
        throw is_default.invalidParameterError("level", "integer between 0 and 256", inputOptions.level);
      }
    }
    if (is_default.object(inputOptions.tiff) && is_default.defined(inputOptions.tiff.subifd)) {
      if (is_default.integer(inputOptions.tiff.subifd) && is_default.inRange(inputOptions.tiff.subifd, -1, 1e5)) {
        inputDescriptor.tiffSubifd = inputOptions.tiff.subifd;
      } else {
        throw is_default.invalidParameterError("tiff.subifd", "integer between -1 and 100000", inputOptions.tiff.subifd);
      }
    } else if (is_default.defined(inputOptions.subifd)) {
      if (is_default.integer(inputOptions.subifd) && is_default.inRange(inputOptions.subifd, -1, 1e5)) {
        inputDescriptor.tiffSubifd = inputOptions.subifd;
      } else {
        throw is_default.invalidParameterError("subifd", "integer between -1 and 100000", inputOptions.subifd);
      }
    }
    if (is_default.object(inputOptions.svg)) {
      if (is_default.defined(inputOptions.svg.stylesheet)) {
        if (is_default.string(inputOptions.svg.stylesheet)) {
          inputDescriptor.svgStylesheet = inputOptions.svg.stylesheet;
        } else {
          throw is_default.invalidParameterError("svg.stylesheet", "string", inputOptions.svg.stylesheet);
        }
      }
      if (is_default.defined(inputOptions.svg.highBitdepth)) {
        if (is_default.bool(inputOptions.svg.highBitdepth)) {
          inputDescriptor.svgHighBitdepth = inputOptions.svg.highBitdepth;
        } else {
          throw is_default.invalidParameterError("svg.highBitdepth", "boolean", inputOptions.svg.highBitdepth);
        }
      }
    }
    if (is_default.object(inputOptions.pdf) && is_default.defined(inputOptions.pdf.background)) {
      inputDescriptor.pdfBackground = this._getBackgroundColourOption(inputOptions.pdf.background);
    } else if (is_default.defined(inputOptions.pdfBackground)) {
      inputDescriptor.pdfBackground = this._getBackgroundColourOption(inputOptions.pdfBackground);
    }
    if (is_default.object(inputOptions.jp2) && is_default.defined(inputOptions.jp2.oneshot)) {
      if (is_default.bool(inputOptions.jp2.oneshot)) {
        inputDescriptor.jp2Oneshot = inputOptions.jp2.oneshot;
      } else {
        throw is_default.invalidParameterError("jp2.oneshot", "boolean", inputOptions.jp2.oneshot);
      }
    }
    if (is_default.defined(inputOptions.create)) {
      if (is_default.object(inputOptions.create) && is_default.integer(inputOptions.create.width) && is_default.inRange(inputOptions.create.width, 1, 1e8) && is_default.integer(inputOptions.create.height) && is_default.inRange(inputOptions.create.height, 1, 1e8) && is_default.integer(inputOptions.create.channels)) {
        inputDescriptor.createWidth = inputOptions.create.width;
        inputDescriptor.createHeight = inputOptions.create.height;
        inputDescriptor.createChannels = inputOptions.create.channels;
        inputDescriptor.createPageHeight = 0;
        if (is_default.defined(inputOptions.create.pageHeight)) {
          if (is_default.integer(inputOptions.create.pageHeight) && inputOptions.create.pageHeight > 0 && inputOptions.create.pageHeight <= inputOptions.create.height) {
            if (inputOptions.create.height % inputOptions.create.pageHeight !== 0) {
              throw new Error(`Expected create.height ${inputOptions.create.height} to be a multiple of create.pageHeight ${inputOptions.create.pageHeight}`);
            }
            inputDescriptor.createPageHeight = inputOptions.create.pageHeight;
          } else {
            throw is_default.invalidParameterError("create.pageHeight", "positive integer", inputOptions.create.pageHeight);
          }
        }
        if (is_default.defined(inputOptions.create.noise)) {
          if (!is_default.object(inputOptions.create.noise)) {
            throw new Error("Expected noise to be an object");
          }
          if (inputOptions.create.noise.type !== "gaussian") {
            throw new Error("Only gaussian noise is supported at the moment");
          }
          inputDescriptor.createNoiseType = inputOptions.create.noise.type;
          if (!is_default.inRange(inputOptions.create.channels, 1, 4)) {
            throw is_default.invalidParameterError("create.channels", "number between 1 and 4", inputOptions.create.channels);
          }
          inputDescriptor.createNoiseMean = 128;
          if (is_default.defined(inputOptions.create.noise.mean)) {
            if (is_default.number(inputOptions.create.noise.mean) && is_default.inRange(inputOptions.create.noise.mean, 0, 1e4)) {
              inputDescriptor.createNoiseMean = inputOptions.create.noise.mean;
            } else {
              throw is_default.invalidParameterError("create.noise.mean", "number between 0 and 10000", inputOptions.create.noise.mean);
            }
          }
          inputDescriptor.createNoiseSigma = 30;
          if (is_default.defined(inputOptions.create.noise.sigma)) {
            if (is_default.number(inputOptions.create.noise.sigma) && is_default.inRange(inputOptions.create.noise.sigma, 0, 1e4)) {
              inputDescriptor.createNoiseSigma = inputOptions.create.noise.sigma;
            } else {
              throw is_default.invalidParameterError("create.noise.sigma", "number between 0 and 10000", inputOptions.create.noise.sigma);
            }
          }
        } else if (is_default.defined(inputOptions.create.background)) {
          if (!is_default.inRange(inputOptions.create.channels, 3, 4)) {
            throw is_default.invalidParameterError("create.channels", "number between 3 and 4", inputOptions.create.channels);
          }
          inputDescriptor.createBackground = this._getBackgroundColourOption(inputOptions.create.background);
        } else {
          throw new Error("Expected valid noise or background to create a new input image");
        }
        delete inputDescriptor.buffer;
      } else {
        throw new Error("Expected valid width, height and channels to create a new input image");
      }
    }
    if (is_default.defined(inputOptions.text)) {
      if (is_default.object(inputOptions.text) && is_default.string(inputOptions.text.text)) {
        inputDescriptor.textValue = inputOptions.text.text;
        if (is_default.defined(inputOptions.text.height) && is_default.defined(inputOptions.text.dpi)) {
          throw new Error("Expected only one of dpi or height");
        }
        if (is_default.defined(inputOptions.text.font)) {
          if (is_default.string(inputOptions.text.font)) {
            inputDescriptor.textFont = inputOptions.text.font;
          } else {
            throw is_default.invalidParameterError("text.font", "string", inputOptions.text.font);
          }
        }
        if (is_default.defined(inputOptions.text.fontfile)) {
          if (is_default.string(inputOptions.text.fontfile)) {
            inputDescriptor.textFontfile = inputOptions.text.fontfile;
          } else {
            throw is_default.invalidParameterError("text.fontfile", "string", inputOptions.text.fontfile);
          }
        }
        if (is_default.defined(inputOptions.text.width)) {
          if (is_default.integer(inputOptions.text.width) && is_default.inRange(inputOptions.text.width, 1, 1e6)) {
            inputDescriptor.textWidth = inputOptions.text.width;
          } else {
            throw is_default.invalidParameterError("text.width", "integer between 1 and 1000000", inputOptions.text.width);
          }
        }
        if (is_default.defined(inputOptions.text.height)) {
          if (is_default.integer(inputOptions.text.height) && is_default.inRange(inputOptions.text.height, 1, 1e6)) {
            inputDescriptor.textHeight = inputOptions.text.height;
          } else {
            throw is_default.invalidParameterError("text.height", "integer between 1 and 1000000", inputOptions.text.height);
          }
        }
        if (is_default.defined(inputOptions.text.align)) {
          if (is_default.string(inputOptions.text.align) && is_default.string(this.constructor.align[inputOptions.text.align])) {
            inputDescriptor.textAlign = this.constructor.align[inputOptions.text.align];
          } else {
            throw is_default.invalidParameterError("text.align", "valid alignment", inputOptions.text.align);
          }
        }
        if (is_default.defined(inputOptions.text.justify)) {
          if (is_default.bool(inputOptions.text.justify)) {
            inputDescriptor.textJustify = inputOptions.text.justify;
          } else {
            throw is_default.invalidParameterError("text.justify", "boolean", inputOptions.text.justify);
          }
        }
        if (is_default.defined(inputOptions.text.dpi)) {
          if (is_default.integer(inputOptions.text.dpi) && is_default.inRange(inputOptions.text.dpi, 1, 1e6)) {
            inputDescriptor.textDpi = inputOptions.text.dpi;
          } else {
            throw is_default.invalidParameterError("text.dpi", "integer between 1 and 1000000", inputOptions.text.dpi);
          }
        }
        if (is_default.defined(inputOptions.text.rgba)) {
          if (is_default.bool(inputOptions.text.rgba)) {
            inputDescriptor.textRgba = inputOptions.text.rgba;
          } else {
            throw is_default.invalidParameterError("text.rgba", "bool", inputOptions.text.rgba);
          }
        }
        if (is_default.defined(inputOptions.text.spacing)) {
          if (is_default.integer(inputOptions.text.spacing) && is_default.inRange(inputOptions.text.spacing, -1e6, 1e6)) {
            inputDescriptor.textSpacing = inputOptions.text.spacing;
          } else {
            throw is_default.invalidParameterError("text.spacing", "integer between -1000000 and 1000000", inputOptions.text.spacing);
          }
        }
        if (is_default.defined(inputOptions.text.wrap)) {
          if (is_default.string(inputOptions.text.wrap) && is_default.inArray(inputOptions.text.wrap, ["word", "char", "word-char", "none"])) {
            inputDescriptor.textWrap = inputOptions.text.wrap;
          } else {
            throw is_default.invalidParameterError("text.wrap", "one of: word, char, word-char, none", inputOptions.text.wrap);
          }
        }
        delete inputDescriptor.buffer;
      } else {
        throw new Error("Expected a valid string to create an image with text.");
      }
    }
    if (is_default.defined(inputOptions.join)) {
      if (is_default.defined(this.options.join)) {
        if (is_default.defined(inputOptions.join.animated)) {
          if (is_default.bool(inputOptions.join.animated)) {
            inputDescriptor.joinAnimated = inputOptions.join.animated;
          } else {
            throw is_default.invalidParameterError("join.animated", "boolean", inputOptions.join.animated);
          }
        }
        if (is_default.defined(inputOptions.join.across)) {
          if (is_default.integer(inputOptions.join.across) && is_default.inRange(inputOptions.join.across, 1, 1e6)) {
            inputDescriptor.joinAcross = inputOptions.join.across;
          } else {
            throw is_default.invalidParameterError("join.across", "integer between 1 and 100000", inputOptions.join.across);
          }
        }
        if (is_default.defined(inputOptions.join.shim)) {
          if (is_default.integer(inputOptions.join.shim) && is_default.inRange(inputOptions.join.shim, 0, 1e6)) {
            inputDescriptor.joinShim = inputOptions.join.shim;
          } else {
            throw is_default.invalidParameterError("join.shim", "integer between 0 and 100000", inputOptions.join.shim);
          }
        }
        if (is_default.defined(inputOptions.join.background)) {
          inputDescriptor.joinBackground = this._getBackgroundColourOption(inputOptions.join.background);
        }
        if (is_default.defined(inputOptions.join.halign)) {
          if (is_default.string(inputOptions.join.halign) && is_default.string(this.constructor.align[inputOptions.join.halign])) {
            inputDescriptor.joinHalign = this.constructor.align[inputOptions.join.halign];
          } else {
            throw is_default.invalidParameterError("join.halign", "valid alignment", inputOptions.join.halign);
          }
        }
        if (is_default.defined(inputOptions.join.valign)) {
          if (is_default.string(inputOptions.join.valign) && is_default.string(this.constructor.align[inputOptions.join.valign])) {
            inputDescriptor.joinValign = this.constructor.align[inputOptions.join.valign];
          } else {
            throw is_default.invalidParameterError("join.valign", "valid alignment", inputOptions.join.valign);
          }
        }
      } else {
        throw new Error("Expected input to be an array of images to join");
      }
    }
  } else if (is_default.defined(inputOptions)) {
    throw new Error(`Invalid input options ${inputOptions}`);
  }
  return inputDescriptor;
}
function _write(chunk2, _encoding, callback) {
  if (Array.isArray(this.options.input.buffer)) {
    if (is_default.buffer(chunk2)) {
      this.options.input.buffer.push(chunk2);
      callback();
    } else {
      callback(new Error("Non-Buffer data on Writable Stream"));
    }
  } else {
    callback(new Error("Unexpected data on Writable Stream"));
  }
}
function _flattenBufferIn() {
  if (this._isStreamInput()) {
    this.options.input.buffer = Buffer.concat(this.options.input.buffer);
  }
}
function _isStreamInput() {
  return Array.isArray(this.options.input.buffer);
}
function _whenStreamInFinished(fn2) {
  if (this.writableFinished) {
    fn2();
  } else {
    this.once("finish", fn2);
  }
}
function metadata(callback) {
  const stack = Error();
  if (is_default.fn(callback)) {
    if (this._isStreamInput()) {
      this._whenStreamInFinished(() => {
        this._flattenBufferIn();
        sharp_default.metadata(this.options, (err, metadata2) => {
          if (err) {
            callback(is_default.nativeError(err, stack));
          } else {
            callback(null, metadata2);
          }
        });
      });
    } else {
      sharp_default.metadata(this.options, (err, metadata2) => {
        if (err) {
          callback(is_default.nativeError(err, stack));
        } else {
          callback(null, metadata2);
        }
      });
    }
    return this;
  } else {
    if (this._isStreamInput()) {
      return new Promise((resolve2, reject) => {
        this._whenStreamInFinished(() => {
          this._flattenBufferIn();
          sharp_default.metadata(this.options, (err, metadata2) => {
            if (err) {
              reject(is_default.nativeError(err, stack));
            } else {
              resolve2(metadata2);
            }
          });
        });
      });
    } else {
      return new Promise((resolve2, reject) => {
        sharp_default.metadata(this.options, (err, metadata2) => {
          if (err) {
            reject(is_default.nativeError(err, stack));
          } else {
            resolve2(metadata2);
          }
        });
      });
    }
  }
}
function stats(callback) {
  const stack = Error();
  if (is_default.fn(callback)) {
    if (this._isStreamInput()) {
      this._whenStreamInFinished(() => {
        this._flattenBufferIn();
        sharp_default.stats(this.options, (err, stats2) => {
          if (err) {
            callback(is_default.nativeError(err, stack));
          } else {
            callback(null, stats2);
          }
        });
      });
    } else {
      sharp_default.stats(this.options, (err, stats2) => {
        if (err) {
          callback(is_default.nativeError(err, stack));
        } else {
          callback(null, stats2);
        }
      });
    }
    return this;
  } else {
    if (this._isStreamInput()) {
      return new Promise((resolve2, reject) => {
        this._whenStreamInFinished(() => {
          this._flattenBufferIn();
          sharp_default.stats(this.options, (err, stats2) => {
            if (err) {
              reject(is_default.nativeError(err, stack));
            } else {
              resolve2(stats2);
            }
          });
        });
      });
    } else {
      return new Promise((resolve2, reject) => {
        sharp_default.stats(this.options, (err, stats2) => {
          if (err) {
            reject(is_default.nativeError(err, stack));
          } else {
            resolve2(stats2);
          }
        });
      });
    }
  }
}
var align, inputStreamParameters, input_default;
var init_input = __esm({
  "node_modules/sharp/dist/input.mjs"() {
    init_is();
    init_sharp();
    align = {
      left: "low",
      top: "low",
      low: "low",
      center: "centre",
      centre: "centre",
      right: "high",
      bottom: "high",
      high: "high"
    };
    inputStreamParameters = [
      // Limits and error handling
      "failOn",
      "limitInputPixels",
      "limitInputChannels",
      "unlimited",
      // Format-generic
      "animated",
      "autoOrient",
      "density",
      "ignoreIcc",
      "page",
      "pages",
      "sequentialRead",
      // Format-specific
      "jp2",
      "openSlide",
      "pdf",
      "raw",
      "svg",
      "tiff",
      // Deprecated
      "openSlideLevel",
      "pdfBackground",
      "tiffSubifd"
    ];
    input_default = (Sharp2) => {
      Object.assign(Sharp2.prototype, {
        // Private
        _inputOptionsFromObject,
        _createInputDescriptor,
        _write,
        _flattenBufferIn,
        _isStreamInput,
        _whenStreamInFinished,
        // Public
        metadata,
        stats
      });
      Sharp2.align = align;
    };
  }
});

// node_modules/sharp/dist/resize.mjs
function isRotationExpected(options) {
  return options.angle % 360 !== 0 || options.rotationAngle !== 0;
}
function isResizeExpected(options) {
  return options.width !== -1 || options.height !== -1;
}
function resize(widthOrOptions, height, options) {
  if (isResizeExpected(this.options)) {
    this.options.debuglog("ignoring previous resize options");
  }
  if (this.options.widthPost !== -1) {
    this.options.debuglog("operation order will be: extract, resize, extract");
  }
  if (is_default.defined(widthOrOptions)) {
    if (is_default.object(widthOrOptions) && !is_default.defined(options)) {
      options = widthOrOptions;
    } else if (is_default.integer(widthOrOptions) && is_default.inRange(widthOrOptions, 1, 1e8)) {
      this.options.width = widthOrOptions;
    } else {
      throw is_default.invalidParameterError("width", "positive integer between 1 and 100000000", widthOrOptions);
    }
  } else {
    this.options.width = -1;
  }
  if (is_default.defined(height)) {
    if (is_default.integer(height) && is_default.inRange(height, 1, 1e8)) {
      this.options.height = height;
    } else {
      throw is_default.invalidParameterError("height", "positive integer between 1 and 100000000", height);
    }
  } else {
    this.options.height = -1;
  }
  if (is_default.object(options)) {
    if (is_default.defined(options.width)) {
      if (is_default.integer(options.width) && is_default.inRange(options.width, 1, 1e8)) {
        this.options.width = options.width;
      } else {
        throw is_default.invalidParameterError("width", "positive integer between 1 and 100000000", options.width);
      }
    }
    if (is_default.defined(options.height)) {
      if (is_default.integer(options.height) && is_default.inRange(options.height, 1, 1e8)) {
        this.options.height = options.height;
      } else {
        throw is_default.invalidParameterError("height", "positive integer between 1 and 100000000", options.height);
      }
    }
    if (is_default.defined(options.fit)) {
      const canvas = mapFitToCanvas[options.fit];
      if (is_default.string(canvas)) {
        this.options.canvas = canvas;
      } else {
        throw is_default.invalidParameterError("fit", "valid fit", options.fit);
      }
    }
    if (is_default.defined(options.position)) {
      const pos = is_default.integer(options.position) ? options.position : strategy[options.position] || position[options.position] || gravity[options.position];
      if (is_default.integer(pos) && (is_default.inRange(pos, 0, 8) || is_default.inRange(pos, 16, 17))) {
        this.options.position = pos;
      } else {
        throw is_default.invalidParameterError("position", "valid position/gravity/strategy", options.position);
      }
    }
    this._setBackgroundColourOption("resizeBackground", options.background);
    if (is_default.defined(options.kernel)) {
      if (is_default.string(kernel[options.kernel])) {
        this.options.kernel = kernel[options.kernel];
      } else {
        throw is_default.invalidParameterError("kernel", "valid kernel name", options.kernel);
      }
    }
    if (is_default.defined(options.withoutEnlargement)) {
      this._setBooleanOption("withoutEnlargement", options.withoutEnlargement);
    }
    if (is_default.defined(options.withoutReduction)) {
      this._setBooleanOption("withoutReduction", options.withoutReduction);
    }
    if (is_default.defined(options.fastShrinkOnLoad)) {
      this._setBooleanOption("fastShrinkOnLoad", options.fastShrinkOnLoad);
    }
  }
  if (isRotationExpected(this.options) && isResizeExpected(this.options)) {
    this.options.rotateBefore = true;
  }
  return this;
}
function extend(extend2) {
  if (is_default.integer(extend2)) {
    if (is_default.inRange(extend2, 1, 1e8)) {
      this.options.extendTop = extend2;
      this.options.extendBottom = extend2;
      this.options.extendLeft = extend2;
      this.options.extendRight = extend2;
    } else {
      throw is_default.invalidParameterError("extend", "integer between 1 and 100000000", extend2);
    }
  } else if (is_default.object(extend2)) {
    if (is_default.defined(extend2.top)) {
      if (is_default.integer(extend2.top) && is_default.inRange(extend2.top, 0, 1e8)) {
        this.options.extendTop = extend2.top;
      } else {
        throw is_default.invalidParameterError("top", "integer between 0 and 100000000", extend2.top);
      }
    }
    if (is_default.defined(extend2.bottom)) {
      if (is_default.integer(extend2.bottom) && is_default.inRange(extend2.bottom, 0, 1e8)) {
        this.options.extendBottom = extend2.bottom;
      } else {
        throw is_default.invalidParameterError("bottom", "integer between 0 and 100000000", extend2.bottom);
      }
    }
    if (is_default.defined(extend2.left)) {
      if (is_default.integer(extend2.left) && is_default.inRange(extend2.left, 0, 1e8)) {
        this.options.extendLeft = extend2.left;
      } else {
        throw is_default.invalidParameterError("left", "integer between 0 and 100000000", extend2.left);
      }
    }
    if (is_default.defined(extend2.right)) {
      if (is_default.integer(extend2.right) && is_default.inRange(extend2.right, 0, 1e8)) {
        this.options.extendRight = extend2.right;
      } else {
        throw is_default.invalidParameterError("right", "integer between 0 and 100000000", extend2.right);
      }
    }
    this._setBackgroundColourOption("extendBackground", extend2.background);
    if (is_default.defined(extend2.extendWith)) {
      if (is_default.string(extendWith[extend2.extendWith])) {
        this.options.extendWith = extendWith[extend2.extendWith];
      } else {
        throw is_default.invalidParameterError("extendWith", "one of: background, copy, repeat, mirror", extend2.extendWith);
      }
    }
  } else {
    throw is_default.invalidParameterError("extend", "integer or object", extend2);
  }
  return this;
}
function extract(options) {
  const suffix = isResizeExpected(this.options) || this.options.widthPre !== -1 ? "Post" : "Pre";
  if (this.options[`width${suffix}`] !== -1) {
    this.options.debuglog("ignoring previous extract options");
  }
  ["left", "top", "width", "height"].forEach(function(name) {
    const value = options[name];
    if (is_default.integer(value) && is_default.inRange(value, 0, 1e8)) {
      this.options[name + (name === "left" || name === "top" ? "Offset" : "") + suffix] = value;
    } else {
      throw is_default.invalidParameterError(name, "integer between 0 and 100000000", value);
    }
  }, this);
  if (isRotationExpected(this.options) && !isResizeExpected(this.options)) {
    if (this.options.widthPre === -1 || this.options.widthPost === -1) {
      this.options.rotateBefore = true;
    }
  }
  if (this.options.input.autoOrient) {
    this.options.orientBefore = true;
  }
  return this;
}
function trim(options) {
  this.options.trimThreshold = 10;
  if (is_default.defined(options)) {
    if (is_default.object(options)) {
      if (is_default.defined(options.background)) {
        this._setBackgroundColourOption("trimBackground", options.background);
      }
      if (is_default.defined(options.threshold)) {
        if (is_default.number(options.threshold) && options.threshold >= 0) {
          this.options.trimThreshold = options.threshold;
        } else {
          throw is_default.invalidParameterError("threshold", "positive number", options.threshold);
        }
      }
      if (is_default.defined(options.lineArt)) {
        this._setBooleanOption("trimLineArt", options.lineArt);
      }
      if (is_default.defined(options.margin)) {
        if (is_default.integer(options.margin) && is_default.inRange(options.margin, 0, 1e7)) {
          this.options.trimMargin = options.margin;
        } else {
          throw is_default.invalidParameterError("margin", "integer between 0 and 10000000", options.margin);
        }
      }
    } else {
      throw is_default.invalidParameterError("trim", "object", options);
    }
  }
  if (isRotationExpected(this.options)) {
    this.options.rotateBefore = true;
  }
  return this;
}
var gravity, position, extendWith, strategy, kernel, fit, mapFitToCanvas, resize_default;
var init_resize = __esm({
  "node_modules/sharp/dist/resize.mjs"() {
    init_is();
    gravity = {
      center: 0,
      centre: 0,
      north: 1,
      east: 2,
      south: 3,
      west: 4,
      northeast: 5,
      southeast: 6,
      southwest: 7,
      northwest: 8
    };
    position = {
      top: 1,
      right: 2,
      bottom: 3,
      left: 4,
      "right top": 5,
      "right bottom": 6,
      "left bottom": 7,
      "left top": 8
    };
    extendWith = {
      background: "background",
      copy: "copy",
      repeat: "repeat",
      mirror: "mirror"
    };
    strategy = {
      entropy: 16,
      attention: 17
    };
    kernel = {
      nearest: "nearest",
      linear: "linear",
      cubic: "cubic",
      mitchell: "mitchell",
      lanczos2: "lanczos2",
      lanczos3: "lanczos3",
      mks2013: "mks2013",
      mks2021: "mks2021"
    };
    fit = {
      contain: "contain",
      cover: "cover",
      fill: "fill",
      inside: "inside",
      outside: "outside"
    };
    mapFitToCanvas = {
      contain: "embed",
      cover: "crop",
      fill: "ignore_aspect",
      inside: "max",
      outside: "min"
    };
    resize_default = (Sharp2) => {
      Object.assign(Sharp2.prototype, {
        resize,
        extend,
        extract,
        trim
      });
      Sharp2.gravity = gravity;
      Sharp2.strategy = strategy;
      Sharp2.kernel = kernel;
      Sharp2.fit = fit;
      Sharp2.position = position;
    };
  }
});

// node_modules/sharp/dist/composite.mjs
function composite(images) {
  if (!Array.isArray(images)) {
    throw is_default.invalidParameterError("images to composite", "array", images);
  }
  this.options.composite = images.map((image) => {
    if (!is_default.object(image)) {
      throw is_default.invalidParameterError("image to composite", "object", image);
    }
    const inputOptions = this._inputOptionsFromObject(image);
    const composite2 = {
      input: this._createInputDescriptor(image.input, inputOptions, { allowStream: false }),
      blend: "over",
      tile: false,
      left: 0,
      top: 0,
      hasOffset: false,
      gravity: 0,
      premultiplied: false
    };
    if (is_default.defined(image.blend)) {
      if (is_default.string(blend[image.blend])) {
        composite2.blend = blend[image.blend];
      } else {
        throw is_default.invalidParameterError("blend", "valid blend name", image.blend);
      }
    }
    if (is_default.defined(image.tile)) {
      if (is_default.bool(image.tile)) {
        composite2.tile = image.tile;
      } else {
        throw is_default.invalidParameterError("tile", "boolean", image.tile);
      }
    }
    if (is_default.defined(image.left)) {
      if (is_default.integer(image.left) && is_default.inRange(image.left, -1e8, 1e8)) {
        composite2.left = image.left;
      } else {
        throw is_default.invalidParameterError("left", "integer between -100000000 and 100000000", image.left);
      }
    }
    if (is_default.defined(image.top)) {
      if (is_default.integer(image.top) && is_default.inRange(image.top, -1e8, 1e8)) {
        composite2.top = image.top;
      } else {
        throw is_default.invalidParameterError("top", "integer between -100000000 and 100000000", image.top);
      }
    }
    if (is_default.defined(image.top) !== is_default.defined(image.left)) {
      throw new Error("Expected both left and top to be set");
    } else {
      composite2.hasOffset = is_default.integer(image.top) && is_default.integer(image.left);
    }
    if (is_default.defined(image.gravity)) {
      if (is_default.integer(image.gravity) && is_default.inRange(image.gravity, 0, 8)) {
        composite2.gravity = image.gravity;
      } else if (is_default.string(image.gravity) && is_default.integer(this.constructor.gravity[image.gravity])) {
        composite2.gravity = this.constructor.gravity[image.gravity];
      } else {
        throw is_default.invalidParameterError("gravity", "valid gravity", image.gravity);
      }
    }
    if (is_default.defined(image.premultiplied)) {
      if (is_default.bool(image.premultiplied)) {
        composite2.premultiplied = image.premultiplied;
      } else {
        throw is_default.invalidParameterError("premultiplied", "boolean", image.premultiplied);
      }
    }
    return composite2;
  });
  return this;
}
var blend, composite_default;
var init_composite = __esm({
  "node_modules/sharp/dist/composite.mjs"() {
    init_is();
    blend = {
      clear: "clear",
      source: "source",
      over: "over",
      in: "in",
      out: "out",
      atop: "atop",
      dest: "dest",
      "dest-over": "dest-over",
      "dest-in": "dest-in",
      "dest-out": "dest-out",
      "dest-atop": "dest-atop",
      xor: "xor",
      add: "add",
      saturate: "saturate",
      multiply: "multiply",
      screen: "screen",
      overlay: "overlay",
      darken: "darken",
      lighten: "lighten",
      "colour-dodge": "colour-dodge",
      "color-dodge": "colour-dodge",
      "colour-burn": "colour-burn",
      "color-burn": "colour-burn",
      "hard-light": "hard-light",
      "soft-light": "soft-light",
      difference: "difference",
      exclusion: "exclusion"
    };
    composite_default = (Sharp2) => {
      Sharp2.prototype.composite = composite;
      Sharp2.blend = blend;
    };
  }
});

// node_modules/sharp/dist/operation.mjs
function rotate(angle, options) {
  if (!is_default.defined(angle)) {
    return this.autoOrient();
  }
  if (this.options.angle || this.options.rotationAngle) {
    this.options.debuglog("ignoring previous rotate options");
    this.options.angle = 0;
    this.options.rotationAngle = 0;
  }
  if (is_default.integer(angle) && !(angle % 90)) {
    this.options.angle = angle;
  } else if (is_default.number(angle)) {
    this.options.rotationAngle = angle;
    if (is_default.object(options) && options.background) {
      this._setBackgroundColourOption("rotationBackground", options.background);
    }
  } else {
    throw is_default.invalidParameterError("angle", "numeric", angle);
  }
  return this;
}
function autoOrient() {
  this.options.input.autoOrient = true;
  return this;
}
function flip(flip2) {
  this.options.flip = is_default.bool(flip2) ? flip2 : true;
  return this;
}
function flop(flop2) {
  this.options.flop = is_default.bool(flop2) ? flop2 : true;
  return this;
}
function affine(matrix, options) {
  const isValidShape = Array.isArray(matrix) && // 1x4 array of numbers
  (matrix.length === 4 && matrix.every(is_default.number) || // 2x2 array of arrays of numbers
  matrix.length === 2 && matrix.every((row3) => Array.isArray(row3) && row3.length === 2));
  const flatMatrix = isValidShape ? matrix.flat() : [];
  if (flatMatrix.length === 4 && flatMatrix.every(is_default.number)) {
    this.options.affineMatrix = flatMatrix;
  } else {
    throw is_default.invalidParameterError("matrix", "1x4 or 2x2 array", matrix);
  }
  if (is_default.defined(options)) {
    if (is_default.object(options)) {
      this._setBackgroundColourOption("affineBackground", options.background);
      if (is_default.defined(options.idx)) {
        if (is_default.number(options.idx)) {
          this.options.affineIdx = options.idx;
        } else {
          throw is_default.invalidParameterError("options.idx", "number", options.idx);
        }
      }
      if (is_default.defined(options.idy)) {
        if (is_default.number(options.idy)) {
          this.options.affineIdy = options.idy;
        } else {
          throw is_default.invalidParameterError("options.idy", "number", options.idy);
        }
      }
      if (is_default.defined(options.odx)) {
        if (is_default.number(options.odx)) {
          this.options.affineOdx = options.odx;
        } else {
          throw is_default.invalidParameterError("options.odx", "number", options.odx);
        }
      }
      if (is_default.defined(options.ody)) {
        if (is_default.number(options.ody)) {
          this.options.affineOdy = options.ody;
        } else {
          throw is_default.invalidParameterError("options.ody", "number", options.ody);
        }
      }
      if (is_default.defined(options.interpolator)) {
        if (is_default.inArray(options.interpolator, Object.values(this.constructor.interpolators))) {
          this.options.affineInterpolator = options.interpolator;
        } else {
          throw is_default.invalidParameterError("options.interpolator", "valid interpolator name", options.interpolator);
        }
      }
    } else {
      throw is_default.invalidParameterError("options", "object", options);
    }
  }
  return this;
}
function sharpen(options) {
  if (is_default.plainObject(options)) {
    if (is_default.number(options.sigma) && is_default.inRange(options.sigma, 1e-6, 10)) {
      this.options.sharpenSigma = options.sigma;
    } else {
      throw is_default.invalidParameterError("options.sigma", "number between 0.000001 and 10", options.sigma);
    }
    if (is_default.defined(options.m1)) {
      if (is_default.number(options.m1) && is_default.inRange(options.m1, 0, 1e6)) {
        this.options.sharpenM1 = options.m1;
      } else {
        throw is_default.invalidParameterError("options.m1", "number between 0 and 1000000", options.m1);
      }
    }
    if (is_default.defined(options.m2)) {
      if (is_default.number(options.m2) && is_default.inRange(options.m2, 0, 1e6)) {
        this.options.sharpenM2 = options.m2;
      } else {
        throw is_default.invalidParameterError("options.m2", "number between 0 and 1000000", options.m2);
      }
    }
    if (is_default.defined(options.x1)) {
      if (is_default.number(options.x1) && is_default.inRange(options.x1, 0, 1e6)) {
        this.options.sharpenX1 = options.x1;
      } else {
        throw is_default.invalidParameterError("options.x1", "number between 0 and 1000000", options.x1);
      }
    }
    if (is_default.defined(options.y2)) {
      if (is_default.number(options.y2) && is_default.inRange(options.y2, 0, 1e6)) {
        this.options.sharpenY2 = options.y2;
      } else {
        throw is_default.invalidParameterError("options.y2", "number between 0 and 1000000", options.y2);
      }
    }
    if (is_default.defined(options.y3)) {
      if (is_default.number(options.y3) && is_default.inRange(options.y3, 0, 1e6)) {
        this.options.sharpenY3 = options.y3;
      } else {
        throw is_default.invalidParameterError("options.y3", "number between 0 and 1000000", options.y3);
      }
    }
  } else {
    this.options.sharpenSigma = -1;
  }
  return this;
}
function median(size) {
  if (!is_default.defined(size)) {
    this.options.medianSize = 3;
  } else if (is_default.integer(size) && is_default.inRange(size, 1, 1e3)) {
    this.options.medianSize = size;
  } else {
    throw is_default.invalidParameterError("size", "integer between 1 and 1000", size);
  }
  return this;
}
function blur(options) {
  let sigma;
  if (is_default.number(options)) {
    sigma = options;
  } else if (is_default.plainObject(options)) {
    if (!is_default.number(options.sigma)) {
      throw is_default.invalidParameterError("options.sigma", "number between 0.3 and 1000", sigma);
    }
    sigma = options.sigma;
    if ("precision" in options) {
      if (is_default.string(vipsPrecision[options.precision])) {
        this.options.precision = vipsPrecision[options.precision];
      } else {
        throw is_default.invalidParameterError("precision", "one of: integer, float, approximate", options.precision);
      }
    }
    if ("minAmplitude" in options) {
      if (is_default.number(options.minAmplitude) && is_default.inRange(options.minAmplitude, 1e-3, 1)) {
        this.options.minAmpl = options.minAmplitude;
      } else {
        throw is_default.invalidParameterError("minAmplitude", "number between 0.001 and 1", options.minAmplitude);
      }
    }
  }
  if (!is_default.defined(options)) {
    this.options.blurSigma = -1;
  } else if (is_default.bool(options)) {
    this.options.blurSigma = options ? -1 : 0;
  } else if (is_default.number(sigma) && is_default.inRange(sigma, 0.3, 1e3)) {
    this.options.blurSigma = sigma;
  } else {
    throw is_default.invalidParameterError("sigma", "number between 0.3 and 1000", sigma);
  }
  return this;
}
function dilate(width) {
  if (!is_default.defined(width)) {
    this.options.dilateWidth = 1;
  } else if (is_default.integer(width) && is_default.inRange(width, 1, 65536)) {
    this.options.dilateWidth = width;
  } else {
    throw is_default.invalidParameterError("width", "integer between 1 and 65536", width);
  }
  return this;
}
function erode(width) {
  if (!is_default.defined(width)) {
    this.options.erodeWidth = 1;
  } else if (is_default.integer(width) && is_default.inRange(width, 1, 65536)) {
    this.options.erodeWidth = width;
  } else {
    throw is_default.invalidParameterError("width", "integer between 1 and 65536", width);
  }
  return this;
}
function flatten2(options) {
  this.options.flatten = is_default.bool(options) ? options : true;
  if (is_default.object(options)) {
    this._setBackgroundColourOption("flattenBackground", options.background);
  }
  return this;
}
function unflatten() {
  this.options.unflatten = true;
  return this;
}
function gamma(gamma2, gammaOut) {
  if (!is_default.defined(gamma2)) {
    this.options.gamma = 2.2;
  } else if (is_default.number(gamma2) && is_default.inRange(gamma2, 1, 3)) {
    this.options.gamma = gamma2;
  } else {
    throw is_default.invalidParameterError("gamma", "number between 1.0 and 3.0", gamma2);
  }
  if (!is_default.defined(gammaOut)) {
    this.options.gammaOut = this.options.gamma;
  } else if (is_default.number(gammaOut) && is_default.inRange(gammaOut, 1, 3)) {
    this.options.gammaOut = gammaOut;
  } else {
    throw is_default.invalidParameterError("gammaOut", "number between 1.0 and 3.0", gammaOut);
  }
  return this;
}
function negate(options) {
  this.options.negate = is_default.bool(options) ? options : true;
  if (is_default.plainObject(options) && "alpha" in options) {
    if (!is_default.bool(options.alpha)) {
      throw is_default.invalidParameterError("alpha", "should be boolean value", options.alpha);
    } else {
      this.options.negateAlpha = options.alpha;
    }
  }
  return this;
}
function normalise(options) {
  if (is_default.plainObject(options)) {
    if (is_default.defined(options.lower)) {
      if (is_default.number(options.lower) && is_default.inRange(options.lower, 0, 99)) {
        this.options.normaliseLower = options.lower;
      } else {
        throw is_default.invalidParameterError("lower", "number between 0 and 99", options.lower);
      }
    }
    if (is_default.defined(options.upper)) {
      if (is_default.number(options.upper) && is_default.inRange(options.upper, 1, 100)) {
        this.options.normaliseUpper = options.upper;
      } else {
        throw is_default.invalidParameterError("upper", "number between 1 and 100", options.upper);
      }
    }
  }
  if (this.options.normaliseLower >= this.options.normaliseUpper) {
    throw is_default.invalidParameterError(
      "range",
      "lower to be less than upper",
      `${this.options.normaliseLower} >= ${this.options.normaliseUpper}`
    );
  }
  this.options.normalise = true;
  return this;
}
function normalize(options) {
  return this.normalise(options);
}
function clahe(options) {
  if (is_default.plainObject(options)) {
    if (is_default.integer(options.width) && is_default.inRange(options.width, 1, 65536)) {
      this.options.claheWidth = options.width;
    } else {
      throw is_default.invalidParameterError("width", "integer between 1 and 65536", options.width);
    }
    if (is_default.integer(options.height) && is_default.inRange(options.height, 1, 65536)) {
      this.options.claheHeight = options.height;
    } else {
      throw is_default.invalidParameterError("height", "integer between 1 and 65536", options.height);
    }
    if (is_default.defined(options.maxSlope)) {
      if (is_default.integer(options.maxSlope) && is_default.inRange(options.maxSlope, 0, 100)) {
        this.options.claheMaxSlope = options.maxSlope;
      } else {
        throw is_default.invalidParameterError("maxSlope", "integer between 0 and 100", options.maxSlope);
      }
    }
  } else {
    throw is_default.invalidParameterError("options", "plain object", options);
  }
  return this;
}
function convolve(kernel2) {
  if (!is_default.object(kernel2) || !Array.isArray(kernel2.kernel) || !is_default.integer(kernel2.width) || !is_default.integer(kernel2.height) || !is_default.inRange(kernel2.width, 3, 1001) || !is_default.inRange(kernel2.height, 3, 1001) || kernel2.height * kernel2.width !== kernel2.kernel.length || !kernel2.kernel.every(is_default.number)) {
    throw new Error("Invalid convolution kernel");
  }
  if (!is_default.integer(kernel2.scale)) {
    kernel2.scale = kernel2.kernel.reduce((a, b) => a + b, 0);
  }
  if (kernel2.scale < 1) {
    kernel2.scale = 1;
  }
  if (!is_default.integer(kernel2.offset)) {
    kernel2.offset = 0;
  }
  this.options.convKernel = kernel2;
  return this;
}
function threshold(threshold2, options) {
  if (!is_default.defined(threshold2)) {
    this.options.threshold = 128;
  } else if (is_default.bool(threshold2)) {
    this.options.threshold = threshold2 ? 128 : 0;
  } else if (is_default.integer(threshold2) && is_default.inRange(threshold2, 0, 255)) {
    this.options.threshold = threshold2;
  } else {
    throw is_default.invalidParameterError("threshold", "integer between 0 and 255", threshold2);
  }
  if (!is_default.object(options) || options.greyscale === true || options.grayscale === true) {
    this.options.thresholdGrayscale = true;
  } else {
    this.options.thresholdGrayscale = false;
  }
  return this;
}
function boolean(operand, operator, options) {
  this.options.boolean = this._createInputDescriptor(operand, options);
  if (is_default.string(operator) && is_default.inArray(operator, ["and", "or", "eor"])) {
    this.options.booleanOp = operator;
  } else {
    throw is_default.invalidParameterError("operator", "one of: and, or, eor", operator);
  }
  return this;
}
function linear(a, b) {
  if (!is_default.defined(a) && is_default.number(b)) {
    a = 1;
  } else if (is_default.number(a) && !is_default.defined(b)) {
    b = 0;
  }
  if (!is_default.defined(a)) {
    this.options.linearA = [];
  } else if (is_default.number(a)) {
    this.options.linearA = [a];
  } else if (Array.isArray(a) && is_default.inRange(a.length, 1, 1e6) && a.every(is_default.number)) {
    this.options.linearA = a;
  } else {
    throw is_default.invalidParameterError("a", "number or array of numbers", a);
  }
  if (!is_default.defined(b)) {
    this.options.linearB = [];
  } else if (is_default.number(b)) {
    this.options.linearB = [b];
  } else if (Array.isArray(b) && is_default.inRange(b.length, 1, 1e6) && b.every(is_default.number)) {
    this.options.linearB = b;
  } else {
    throw is_default.invalidParameterError("b", "number or array of numbers", b);
  }
  if (this.options.linearA.length !== this.options.linearB.length) {
    throw new Error("Expected a and b to be arrays of the same length");
  }
  return this;
}
function recomb(inputMatrix) {
  if (!Array.isArray(inputMatrix)) {
    throw is_default.invalidParameterError("inputMatrix", "array", inputMatrix);
  }
  const dimensions = inputMatrix.length;
  if (dimensions !== 3 && dimensions !== 4) {
    throw is_default.invalidParameterError("inputMatrix", "3x3 or 4x4 array", dimensions);
  }
  if (!inputMatrix.every((row3) => Array.isArray(row3) && row3.length === dimensions)) {
    throw is_default.invalidParameterError("inputMatrix", `array of ${dimensions} arrays of length ${dimensions}`, inputMatrix);
  }
  const recombMatrix = inputMatrix.flat();
  if (!recombMatrix.every(is_default.number)) {
    throw is_default.invalidParameterError("inputMatrix", "array of numbers", recombMatrix);
  }
  this.options.recombMatrix = recombMatrix;
  return this;
}
function modulate(options) {
  if (!is_default.plainObject(options)) {
    throw is_default.invalidParameterError("options", "plain object", options);
  }
  if ("brightness" in options) {
    if (is_default.number(options.brightness) && options.brightness >= 0) {
      this.options.brightness = options.brightness;
    } else {
      throw is_default.invalidParameterError("brightness", "number above zero", options.brightness);
    }
  }
  if ("saturation" in options) {
    if (is_default.number(options.saturation) && options.saturation >= 0) {
      this.options.saturation = options.saturation;
    } else {
      throw is_default.invalidParameterError("saturation", "number above zero", options.saturation);
    }
  }
  if ("hue" in options) {
    if (is_default.integer(options.hue)) {
      this.options.hue = options.hue % 360;
    } else {
      throw is_default.invalidParameterError("hue", "number", options.hue);
    }
  }
  if ("lightness" in options) {
    if (is_default.number(options.lightness)) {
      this.options.lightness = options.lightness;
    } else {
      throw is_default.invalidParameterError("lightness", "number", options.lightness);
    }
  }
  return this;
}
var vipsPrecision, operation_default;
var init_operation = __esm({
  "node_modules/sharp/dist/operation.mjs"() {
    init_is();
    vipsPrecision = {
      integer: "integer",
      float: "float",
      approximate: "approximate"
    };
    operation_default = (Sharp2) => {
      Object.assign(Sharp2.prototype, {
        autoOrient,
        rotate,
        flip,
        flop,
        affine,
        sharpen,
        erode,
        dilate,
        median,
        blur,
        flatten: flatten2,
        unflatten,
        gamma,
        negate,
        normalise,
        normalize,
        clahe,
        convolve,
        threshold,
        boolean,
        linear,
        recomb,
        modulate
      });
    };
  }
});

// node_modules/@img/colour/color.cjs
var require_color = __commonJS({
  "node_modules/@img/colour/color.cjs"(exports, module) {
    var __defProp2 = Object.defineProperty;
    var __getOwnPropDesc2 = Object.getOwnPropertyDescriptor;
    var __getOwnPropNames2 = Object.getOwnPropertyNames;
    var __hasOwnProp2 = Object.prototype.hasOwnProperty;
    var __export2 = (target, all) => {
      for (var name in all)
        __defProp2(target, name, { get: all[name], enumerable: true });
    };
    var __copyProps2 = (to, from, except, desc) => {
      if (from && typeof from === "object" || typeof from === "function") {
        for (let key of __getOwnPropNames2(from))
          if (!__hasOwnProp2.call(to, key) && key !== except)
            __defProp2(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc2(from, key)) || desc.enumerable });
      }
      return to;
    };
    var __toCommonJS = (mod) => __copyProps2(__defProp2({}, "__esModule", { value: true }), mod);
    var index_exports = {};
    __export2(index_exports, {
      default: () => index_default
    });
    module.exports = __toCommonJS(index_exports);
    var colors = {
      aliceblue: [240, 248, 255],
      antiquewhite: [250, 235, 215],
      aqua: [0, 255, 255],
      aquamarine: [127, 255, 212],
      azure: [240, 255, 255],
      beige: [245, 245, 220],
      bisque: [255, 228, 196],
      black: [0, 0, 0],
      blanchedalmond: [255, 235, 205],
      blue: [0, 0, 255],
      blueviolet: [138, 43, 226],
      brown: [165, 42, 42],
      burlywood: [222, 184, 135],
      cadetblue: [95, 158, 160],
      chartreuse: [127, 255, 0],
      chocolate: [210, 105, 30],
      coral: [255, 127, 80],
      cornflowerblue: [100, 149, 237],
      cornsilk: [255, 248, 220],
      crimson: [220, 20, 60],
      cyan: [0, 255, 255],
      darkblue: [0, 0, 139],
      darkcyan: [0, 139, 139],
      darkgoldenrod: [184, 134, 11],
      darkgray: [169, 169, 169],
      darkgreen: [0, 100, 0],
      darkgrey: [169, 169, 169],
      darkkhaki: [189, 183, 107],
      darkmagenta: [139, 0, 139],
      darkolivegreen: [85, 107, 47],
      darkorange: [255, 140, 0],
      darkorchid: [153, 50, 204],
      darkred: [139, 0, 0],
      darksalmon: [233, 150, 122],
      darkseagreen: [143, 188, 143],
      darkslateblue: [72, 61, 139],
      darkslategray: [47, 79, 79],
      darkslategrey: [47, 79, 79],
      darkturquoise: [0, 206, 209],
      darkviolet: [148, 0, 211],
      deeppink: [255, 20, 147],
      deepskyblue: [0, 191, 255],
      dimgray: [105, 105, 105],
      dimgrey: [105, 105, 105],
      dodgerblue: [30, 144, 255],
      firebrick: [178, 34, 34],
      floralwhite: [255, 250, 240],
      forestgreen: [34, 139, 34],
      fuchsia: [255, 0, 255],
      gainsboro: [220, 220, 220],
      ghostwhite: [248, 248, 255],
      gold: [255, 215, 0],
      goldenrod: [218, 165, 32],
      gray: [128, 128, 128],
      green: [0, 128, 0],
      greenyellow: [173, 255, 47],
      grey: [128, 128, 128],
      honeydew: [240, 255, 240],
      hotpink: [255, 105, 180],
      indianred: [205, 92, 92],
      indigo: [75, 0, 130],
      ivory: [255, 255, 240],
      khaki: [240, 230, 140],
      lavender: [230, 230, 250],
      lavenderblush: [255, 240, 245],
      lawngreen: [124, 252, 0],
      lemonchiffon: [255, 250, 205],
      lightblue: [173, 216, 230],
      lightcoral: [240, 128, 128],
      lightcyan: [224, 255, 255],
      lightgoldenrodyellow: [250, 250, 210],
      lightgray: [211, 211, 211],
      lightgreen: [144, 238, 144],
      lightgrey: [211, 211, 211],
      lightpink: [255, 182, 193],
      lightsalmon: [255, 160, 122],
      lightseagreen: [32, 178, 170],
      lightskyblue: [135, 206, 250],
      lightslategray: [119, 136, 153],
      lightslategrey: [119, 136, 153],
      lightsteelblue: [176, 196, 222],
      lightyellow: [255, 255, 224],
      lime: [0, 255, 0],
      limegreen: [50, 205, 50],
      linen: [250, 240, 230],
      magenta: [255, 0, 255],
      maroon: [128, 0, 0],
      mediumaquamarine: [102, 205, 170],
      mediumblue: [0, 0, 205],
      mediumorchid: [186, 85, 211],
      mediumpurple: [147, 112, 219],
      mediumseagreen: [60, 179, 113],
      mediumslateblue: [123, 104, 238],
      mediumspringgreen: [0, 250, 154],
      mediumturquoise: [72, 209, 204],
      mediumvioletred: [199, 21, 133],
      midnightblue: [25, 25, 112],
      mintcream: [245, 255, 250],
      mistyrose: [255, 228, 225],
      moccasin: [255, 228, 181],
      navajowhite: [255, 222, 173],
      navy: [0, 0, 128],
      oldlace: [253, 245, 230],
      olive: [128, 128, 0],
      olivedrab: [107, 142, 35],
      orange: [255, 165, 0],
      orangered: [255, 69, 0],
      orchid: [218, 112, 214],
      palegoldenrod: [238, 232, 170],
      palegreen: [152, 251, 152],
      paleturquoise: [175, 238, 238],
      palevioletred: [219, 112, 147],
      papayawhip: [255, 239, 213],
      peachpuff: [255, 218, 185],
      peru: [205, 133, 63],
      pink: [255, 192, 203],
      plum: [221, 160, 221],
      powderblue: [176, 224, 230],
      purple: [128, 0, 128],
      rebeccapurple: [102, 51, 153],
      red: [255, 0, 0],
      rosybrown: [188, 143, 143],
      royalblue: [65, 105, 225],
      saddlebrown: [139, 69, 19],
      salmon: [250, 128, 114],
      sandybrown: [244, 164, 96],
      seagreen: [46, 139, 87],
      seashell: [255, 245, 238],
      sienna: [160, 82, 45],
      silver: [192, 192, 192],
      skyblue: [135, 206, 235],
      slateblue: [106, 90, 205],
      slategray: [112, 128, 144],
      slategrey: [112, 128, 144],
      snow: [255, 250, 250],
      springgreen: [0, 255, 127],
      steelblue: [70, 130, 180],
      tan: [210, 180, 140],
      teal: [0, 128, 128],
      thistle: [216, 191, 216],
      tomato: [255, 99, 71],
      turquoise: [64, 224, 208],
      violet: [238, 130, 238],
      wheat: [245, 222, 179],
      white: [255, 255, 255],
      whitesmoke: [245, 245, 245],
      yellow: [255, 255, 0],
      yellowgreen: [154, 205, 50]
    };
    for (const key in colors) Object.freeze(colors[key]);
    var color_name_default = Object.freeze(colors);
    var reverseNames = /* @__PURE__ */ Object.create(null);
    for (const name in color_name_default) {
      if (Object.hasOwn(color_name_default, name)) {
        reverseNames[color_name_default[name]] = name;
      }
    }
    var cs = {
      to: {},
      get: {}
    };
    cs.get = function(string2) {
      const prefix = string2.slice(0, 3).toLowerCase();
      let value;
      let model;
      switch (prefix) {
        case "hsl": {
          value = cs.get.hsl(string2);
          model = "hsl";
          break;
        }
        case "hwb": {
          value = cs.get.hwb(string2);
          model = "hwb";
          break;
        }
        default: {
          value = cs.get.rgb(string2);
          model = "rgb";
          break;
        }
      }
      if (!value) {
        return null;
      }
      return { model, value };
    };
    cs.get.rgb = function(string2) {
      if (!string2) {
        return null;
      }
      const abbr = /^#([a-f\d]{3,4})$/i;
      const hex = /^#([a-f\d]{6})([a-f\d]{2})?$/i;
      const rgba = /^rgba?\(\s*([+-]?(?:\d*\.)?\d+(?:e\d+)?)(?=[\s,])\s*(?:,\s*)?([+-]?(?:\d*\.)?\d+(?:e\d+)?)(?=[\s,])\s*(?:,\s*)?([+-]?(?:\d*\.)?\d+(?:e\d+)?)\s*(?:[\s,|/]\s*([+-]?(?:\d*\.)?\d+(?:e\d+)?)(%?)\s*)?\)$/i;
      const per = /^rgba?\(\s*([+-]?[\d.]+)%\s*,?\s*([+-]?[\d.]+)%\s*,?\s*([+-]?[\d.]+)%\s*(?:[\s,|/]\s*([+-]?[\d.]+)(%?)\s*)?\)$/i;
      const keyword = /^(\w+)$/;
      let rgb = [0, 0, 0, 1];
      let match;
      let i;
      let hexAlpha;
      if (match = string2.match(hex)) {
        hexAlpha = match[2];
        match = match[1];
        for (i = 0; i < 3; i++) {
          const i2 = i * 2;
          rgb[i] = Number.parseInt(match.slice(i2, i2 + 2), 16);
        }
        if (hexAlpha) {
          rgb[3] = Number.parseInt(hexAlpha, 16) / 255;
        }
      } else if (match = string2.match(abbr)) {
        match = match[1];
        hexAlpha = match[3];
        for (i = 0; i < 3; i++) {
          rgb[i] = Number.parseInt(match[i] + match[i], 16);
        }
        if (hexAlpha) {
          rgb[3] = Number.parseInt(hexAlpha + hexAlpha, 16) / 255;
        }
      } else if (match = string2.match(rgba)) {
        for (i = 0; i < 3; i++) {
          rgb[i] = Number.parseFloat(match[i + 1]);
        }
        if (match[4]) {
          rgb[3] = match[5] ? Number.parseFloat(match[4]) * 0.01 : Number.parseFloat(match[4]);
        }
      } else if (match = string2.match(per)) {
        for (i = 0; i < 3; i++) {
          rgb[i] = Math.round(Number.parseFloat(match[i + 1]) * 2.55);
        }
        if (match[4]) {
          rgb[3] = match[5] ? Number.parseFloat(match[4]) * 0.01 : Number.parseFloat(match[4]);
        }
      } else if (match = string2.toLowerCase().match(keyword)) {
        if (match[1] === "transparent") {
          return [0, 0, 0, 0];
        }
        if (!Object.hasOwn(color_name_default, match[1])) {
          return null;
        }
        rgb = color_name_default[match[1]].slice();
        rgb[3] = 1;
        return rgb;
      } else {
        return null;
      }
      for (i = 0; i < 3; i++) {
        rgb[i] = clamp(rgb[i], 0, 255);
      }
      rgb[3] = clamp(rgb[3], 0, 1);
      return rgb;
    };
    cs.get.hsl = function(string2) {
      if (!string2) {
        return null;
      }
      const hsl = /^hsla?\(\s*([+-]?(?:\d{0,3}\.)?\d+)(?:deg)?\s*,?\s*([+-]?[\d.]+)%\s*,?\s*([+-]?[\d.]+)%\s*(?:[,|/]\s*([+-]?(?=\.\d|\d)(?:0|[1-9]\d*)?(?:\.\d*)?(?:e[+-]?\d+)?)\s*)?\)$/i;
      const match = string2.match(hsl);
      if (match) {
        const alpha = Number.parseFloat(match[4]);
        const h = (Number.parseFloat(match[1]) % 360 + 360) % 360;
        const s2 = clamp(Number.parseFloat(match[2]), 0, 100);
        const l = clamp(Number.parseFloat(match[3]), 0, 100);
        const a = clamp(Number.isNaN(alpha) ? 1 : alpha, 0, 1);
        return [h, s2, l, a];
      }
      return null;
    };
    cs.get.hwb = function(string2) {
      if (!string2) {
        return null;
      }
      const hwb = /^hwb\(\s*([+-]?\d{0,3}(?:\.\d+)?)(?:deg)?\s*[\s,]\s*([+-]?[\d.]+)%\s*[\s,]\s*([+-]?[\d.]+)%\s*(?:[\s,]\s*([+-]?(?=\.\d|\d)(?:0|[1-9]\d*)?(?:\.\d*)?(?:e[+-]?\d+)?)\s*)?\)$/i;
      const match = string2.match(hwb);
      if (match) {
        const alpha = Number.parseFloat(match[4]);
        const h = (Number.parseFloat(match[1]) % 360 + 360) % 360;
        const w = clamp(Number.parseFloat(match[2]), 0, 100);
        const b = clamp(Number.parseFloat(match[3]), 0, 100);
        const a = clamp(Number.isNaN(alpha) ? 1 : alpha, 0, 1);
        return [h, w, b, a];
      }
      return null;
    };
    cs.to.hex = function(...rgba) {
      return "#" + hexDouble(rgba[0]) + hexDouble(rgba[1]) + hexDouble(rgba[2]) + (rgba[3] < 1 ? hexDouble(Math.round(rgba[3] * 255)) : "");
    };
    cs.to.rgb = function(...rgba) {
      return rgba.length < 4 || rgba[3] === 1 ? "rgb(" + Math.round(rgba[0]) + ", " + Math.round(rgba[1]) + ", " + Math.round(rgba[2]) + ")" : "rgba(" + Math.round(rgba[0]) + ", " + Math.round(rgba[1]) + ", " + Math.round(rgba[2]) + ", " + rgba[3] + ")";
    };
    cs.to.rgb.percent = function(...rgba) {
      const r = Math.round(rgba[0] / 255 * 100);
      const g = Math.round(rgba[1] / 255 * 100);
      const b = Math.round(rgba[2] / 255 * 100);
      return rgba.length < 4 || rgba[3] === 1 ? "rgb(" + r + "%, " + g + "%, " + b + "%)" : "rgba(" + r + "%, " + g + "%, " + b + "%, " + rgba[3] + ")";
    };
    cs.to.hsl = function(...hsla) {
      return hsla.length < 4 || hsla[3] === 1 ? "hsl(" + hsla[0] + ", " + hsla[1] + "%, " + hsla[2] + "%)" : "hsla(" + hsla[0] + ", " + hsla[1] + "%, " + hsla[2] + "%, " + hsla[3] + ")";
    };
    cs.to.hwb = function(...hwba) {
      let a = "";
      if (hwba.length >= 4 && hwba[3] !== 1) {
        a = ", " + hwba[3];
      }
      return "hwb(" + hwba[0] + ", " + hwba[1] + "%, " + hwba[2] + "%" + a + ")";
    };
    cs.to.keyword = function(...rgb) {
      return reverseNames[rgb.slice(0, 3)];
    };
    function clamp(number_, min, max) {
      return Math.min(Math.max(min, number_), max);
    }
    function hexDouble(number_) {
      const string_ = Math.round(number_).toString(16).toUpperCase();
      return string_.length < 2 ? "0" + string_ : string_;
    }
    var color_string_default = cs;
    var reverseKeywords = {};
    for (const key of Object.keys(color_name_default)) {
      reverseKeywords[color_name_default[key]] = key;
    }
    var convert = {
      rgb: { channels: 3, labels: "rgb" },
      hsl: { channels: 3, labels: "hsl" },
      hsv: { channels: 3, labels: "hsv" },
      hwb: { channels: 3, labels: "hwb" },
      cmyk: { channels: 4, labels: "cmyk" },
      xyz: { channels: 3, labels: "xyz" },
      lab: { channels: 3, labels: "lab" },
      oklab: { channels: 3, labels: ["okl", "oka", "okb"] },
      lch: { channels: 3, labels: "lch" },
      oklch: { channels: 3, labels: ["okl", "okc", "okh"] },
      hex: { channels: 1, labels: ["hex"] },
      keyword: { channels: 1, labels: ["keyword"] },
      ansi16: { channels: 1, labels: ["ansi16"] },
      ansi256: { channels: 1, labels: ["ansi256"] },
      hcg: { channels: 3, labels: ["h", "c", "g"] },
      apple: { channels: 3, labels: ["r16", "g16", "b16"] },
      gray: { channels: 1, labels: ["gray"] }
    };
    var conversions_default = convert;
    var LAB_FT = (6 / 29) ** 3;
    function srgbNonlinearTransform(c) {
      const cc = c > 31308e-7 ? 1.055 * c ** (1 / 2.4) - 0.055 : c * 12.92;
      return Math.min(Math.max(0, cc), 1);
    }
    function srgbNonlinearTransformInv(c) {
      return c > 0.04045 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92;
    }
    for (const model of Object.keys(convert)) {
      if (!("channels" in convert[model])) {
        throw new Error("missing channels property: " + model);
      }
      if (!("labels" in convert[model])) {
        throw new Error("missing channel labels property: " + model);
      }
      if (convert[model].labels.length !== convert[model].channels) {
        throw new Error("channel and label counts mismatch: " + model);
      }
      const { channels, labels } = convert[model];
      delete convert[model].channels;
      delete convert[model].labels;
      Object.defineProperty(convert[model], "channels", { value: channels });
      Object.defineProperty(convert[model], "labels", { value: labels });
    }
    convert.rgb.hsl = function(rgb) {
      const r = rgb[0] / 255;
      const g = rgb[1] / 255;
      const b = rgb[2] / 255;
      const min = Math.min(r, g, b);
      const max = Math.max(r, g, b);
      const delta = max - min;
      let h;
      let s2;
      switch (max) {
        case min: {
          h = 0;
          break;
        }
        case r: {
          h = (g - b) / delta;
          break;
        }
        case g: {
          h = 2 + (b - r) / delta;
          break;
        }
        case b: {
          h = 4 + (r - g) / delta;
          break;
        }
      }
      h = Math.min(h * 60, 360);
      if (h < 0) {
        h += 360;
      }
      const l = (min + max) / 2;
      if (max === min) {
        s2 = 0;
      } else if (l <= 0.5) {
        s2 = delta / (max + min);
      } else {
        s2 = delta / (2 - max - min);
      }
      return [h, s2 * 100, l * 100];
    };
    convert.rgb.hsv = function(rgb) {
      let rdif;
      let gdif;
      let bdif;
      let h;
      let s2;
      const r = rgb[0] / 255;
      const g = rgb[1] / 255;
      const b = rgb[2] / 255;
      const v = Math.max(r, g, b);
      const diff = v - Math.min(r, g, b);
      const diffc = function(c) {
        return (v - c) / 6 / diff + 1 / 2;
      };
      if (diff === 0) {
        h = 0;
        s2 = 0;
      } else {
        s2 = diff / v;
        rdif = diffc(r);
        gdif = diffc(g);
        bdif = diffc(b);
        switch (v) {
          case r: {
            h = bdif - gdif;
            break;
          }
          case g: {
            h = 1 / 3 + rdif - bdif;
            break;
          }
          case b: {
            h = 2 / 3 + gdif - rdif;
            break;
          }
        }
        if (h < 0) {
          h += 1;
        } else if (h > 1) {
          h -= 1;
        }
      }
      return [
        h * 360,
        s2 * 100,
        v * 100
      ];
    };
    convert.rgb.hwb = function(rgb) {
      const r = rgb[0];
      const g = rgb[1];
      let b = rgb[2];
      const h = convert.rgb.hsl(rgb)[0];
      const w = 1 / 255 * Math.min(r, Math.min(g, b));
      b = 1 - 1 / 255 * Math.max(r, Math.max(g, b));
      return [h, w * 100, b * 100];
    };
    convert.rgb.oklab = function(rgb) {
      const r = srgbNonlinearTransformInv(rgb[0] / 255);
      const g = srgbNonlinearTransformInv(rgb[1] / 255);
      const b = srgbNonlinearTransformInv(rgb[2] / 255);
      const lp = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
      const mp = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
      const sp = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
      const l = 0.2104542553 * lp + 0.793617785 * mp - 0.0040720468 * sp;
      const aa = 1.9779984951 * lp - 2.428592205 * mp + 0.4505937099 * sp;
      const bb = 0.0259040371 * lp + 0.7827717662 * mp - 0.808675766 * sp;
      return [l * 100, aa * 100, bb * 100];
    };
    convert.rgb.cmyk = function(rgb) {
      const r = rgb[0] / 255;
      const g = rgb[1] / 255;
      const b = rgb[2] / 255;
      const k = Math.min(1 - r, 1 - g, 1 - b);
      const c = (1 - r - k) / (1 - k) || 0;
      const m = (1 - g - k) / (1 - k) || 0;
      const y = (1 - b - k) / (1 - k) || 0;
      return [c * 100, m * 100, y * 100, k * 100];
    };
    function comparativeDistance(x, y) {
      return (x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2 + (x[2] - y[2]) ** 2;
    }
    convert.rgb.keyword = function(rgb) {
      const reversed = reverseKeywords[rgb];
      if (reversed) {
        return reversed;
      }
      let currentClosestDistance = Number.POSITIVE_INFINITY;
      let currentClosestKeyword;
      for (const keyword of Object.keys(color_name_default)) {
        const value = color_name_default[keyword];
        const distance2 = comparativeDistance(rgb, value);
        if (distance2 < currentClosestDistance) {
          currentClosestDistance = distance2;
          currentClosestKeyword = keyword;
        }
      }
      return currentClosestKeyword;
    };
    convert.keyword.rgb = function(keyword) {
      return [...color_name_default[keyword]];
    };
    convert.rgb.xyz = function(rgb) {
      const r = srgbNonlinearTransformInv(rgb[0] / 255);
      const g = srgbNonlinearTransformInv(rgb[1] / 255);
      const b = srgbNonlinearTransformInv(rgb[2] / 255);
      const x = r * 0.4124564 + g * 0.3575761 + b * 0.1804375;
      const y = r * 0.2126729 + g * 0.7151522 + b * 0.072175;
      const z = r * 0.0193339 + g * 0.119192 + b * 0.9503041;
      return [x * 100, y * 100, z * 100];
    };
    convert.rgb.lab = function(rgb) {
      const xyz = convert.rgb.xyz(rgb);
      let x = xyz[0];
      let y = xyz[1];
      let z = xyz[2];
      x /= 95.047;
      y /= 100;
      z /= 108.883;
      x = x > LAB_FT ? x ** (1 / 3) : 7.787 * x + 16 / 116;
      y = y > LAB_FT ? y ** (1 / 3) : 7.787 * y + 16 / 116;
      z = z > LAB_FT ? z ** (1 / 3) : 7.787 * z + 16 / 116;
      const l = 116 * y - 16;
      const a = 500 * (x - y);
      const b = 200 * (y - z);
      return [l, a, b];
    };
    convert.hsl.rgb = function(hsl) {
      const h = hsl[0] / 360;
      const s2 = hsl[1] / 100;
      const l = hsl[2] / 100;
      let t3;
      let value;
      if (s2 === 0) {
        value = l * 255;
        return [value, value, value];
      }
      const t2 = l < 0.5 ? l * (1 + s2) : l + s2 - l * s2;
      const t1 = 2 * l - t2;
      const rgb = [0, 0, 0];
      for (let i = 0; i < 3; i++) {
        t3 = h + 1 / 3 * -(i - 1);
        if (t3 < 0) {
          t3++;
        }
        if (t3 > 1) {
          t3--;
        }
        if (6 * t3 < 1) {
          value = t1 + (t2 - t1) * 6 * t3;
        } else if (2 * t3 < 1) {
          value = t2;
        } else if (3 * t3 < 2) {
          value = t1 + (t2 - t1) * (2 / 3 - t3) * 6;
        } else {
          value = t1;
        }
        rgb[i] = value * 255;
      }
      return rgb;
    };
    convert.hsl.hsv = function(hsl) {
      const h = hsl[0];
      let s2 = hsl[1] / 100;
      let l = hsl[2] / 100;
      let smin = s2;
      const lmin = Math.max(l, 0.01);
      l *= 2;
      s2 *= l <= 1 ? l : 2 - l;
      smin *= lmin <= 1 ? lmin : 2 - lmin;
      const v = (l + s2) / 2;
      const sv = l === 0 ? 2 * smin / (lmin + smin) : 2 * s2 / (l + s2);
      return [h, sv * 100, v * 100];
    };
    convert.hsv.rgb = function(hsv) {
      const h = hsv[0] / 60;
      const s2 = hsv[1] / 100;
      let v = hsv[2] / 100;
      const hi = Math.floor(h) % 6;
      const f = h - Math.floor(h);
      const p = 255 * v * (1 - s2);
      const q = 255 * v * (1 - s2 * f);
      const t = 255 * v * (1 - s2 * (1 - f));
      v *= 255;
      switch (hi) {
        case 0: {
          return [v, t, p];
        }
        case 1: {
          return [q, v, p];
        }
        case 2: {
          return [p, v, t];
        }
        case 3: {
          return [p, q, v];
        }
        case 4: {
          return [t, p, v];
        }
        case 5: {
          return [v, p, q];
        }
      }
    };
    convert.hsv.hsl = function(hsv) {
      const h = hsv[0];
      const s2 = hsv[1] / 100;
      const v = hsv[2] / 100;
      const vmin = Math.max(v, 0.01);
      let sl;
      let l;
      l = (2 - s2) * v;
      const lmin = (2 - s2) * vmin;
      sl = s2 * vmin;
      sl /= lmin <= 1 ? lmin : 2 - lmin;
      sl = sl || 0;
      l /= 2;
      return [h, sl * 100, l * 100];
    };
    convert.hwb.rgb = function(hwb) {
      const h = hwb[0] / 360;
      let wh = hwb[1] / 100;
      let bl = hwb[2] / 100;
      const ratio = wh + bl;
      let f;
      if (ratio > 1) {
        wh /= ratio;
        bl /= ratio;
      }
      const i = Math.floor(6 * h);
      const v = 1 - bl;
      f = 6 * h - i;
      if ((i & 1) !== 0) {
        f = 1 - f;
      }
      const n2 = wh + f * (v - wh);
      let r;
      let g;
      let b;
      switch (i) {
        default:
        case 6:
        case 0: {
          r = v;
          g = n2;
          b = wh;
          break;
        }
        case 1: {
          r = n2;
          g = v;
          b = wh;
          break;
        }
        case 2: {
          r = wh;
          g = v;
          b = n2;
          break;
        }
        case 3: {
          r = wh;
          g = n2;
          b = v;
          break;
        }
        case 4: {
          r = n2;
          g = wh;
          b = v;
          break;
        }
        case 5: {
          r = v;
          g = wh;
          b = n2;
          break;
        }
      }
      return [r * 255, g * 255, b * 255];
    };
    convert.cmyk.rgb = function(cmyk) {
      const c = cmyk[0] / 100;
      const m = cmyk[1] / 100;
      const y = cmyk[2] / 100;
      const k = cmyk[3] / 100;
      const r = 1 - Math.min(1, c * (1 - k) + k);
      const g = 1 - Math.min(1, m * (1 - k) + k);
      const b = 1 - Math.min(1, y * (1 - k) + k);
      return [r * 255, g * 255, b * 255];
    };
    convert.xyz.rgb = function(xyz) {
      const x = xyz[0] / 100;
      const y = xyz[1] / 100;
      const z = xyz[2] / 100;
      let r;
      let g;
      let b;
      r = x * 3.2404542 + y * -1.5371385 + z * -0.4985314;
      g = x * -0.969266 + y * 1.8760108 + z * 0.041556;
      b = x * 0.0556434 + y * -0.2040259 + z * 1.0572252;
      r = srgbNonlinearTransform(r);
      g = srgbNonlinearTransform(g);
      b = srgbNonlinearTransform(b);
      return [r * 255, g * 255, b * 255];
    };
    convert.xyz.lab = function(xyz) {
      let x = xyz[0];
      let y = xyz[1];
      let z = xyz[2];
      x /= 95.047;
      y /= 100;
      z /= 108.883;
      x = x > LAB_FT ? x ** (1 / 3) : 7.787 * x + 16 / 116;
      y = y > LAB_FT ? y ** (1 / 3) : 7.787 * y + 16 / 116;
      z = z > LAB_FT ? z ** (1 / 3) : 7.787 * z + 16 / 116;
      const l = 116 * y - 16;
      const a = 500 * (x - y);
      const b = 200 * (y - z);
      return [l, a, b];
    };
    convert.xyz.oklab = function(xyz) {
      const x = xyz[0] / 100;
      const y = xyz[1] / 100;
      const z = xyz[2] / 100;
      const lp = Math.cbrt(0.8189330101 * x + 0.3618667424 * y - 0.1288597137 * z);
      const mp = Math.cbrt(0.0329845436 * x + 0.9293118715 * y + 0.0361456387 * z);
      const sp = Math.cbrt(0.0482003018 * x + 0.2643662691 * y + 0.633851707 * z);
      const l = 0.2104542553 * lp + 0.793617785 * mp - 0.0040720468 * sp;
      const a = 1.9779984951 * lp - 2.428592205 * mp + 0.4505937099 * sp;
      const b = 0.0259040371 * lp + 0.7827717662 * mp - 0.808675766 * sp;
      return [l * 100, a * 100, b * 100];
    };
    convert.oklab.oklch = function(oklab) {
      return convert.lab.lch(oklab);
    };
    convert.oklab.xyz = function(oklab) {
      const ll = oklab[0] / 100;
      const a = oklab[1] / 100;
      const b = oklab[2] / 100;
      const l = (0.999999998 * ll + 0.396337792 * a + 0.215803758 * b) ** 3;
      const m = (1.000000008 * ll - 0.105561342 * a - 0.063854175 * b) ** 3;
      const s2 = (1.000000055 * ll - 0.089484182 * a - 1.291485538 * b) ** 3;
      const x = 1.227013851 * l - 0.55779998 * m + 0.281256149 * s2;
      const y = -0.040580178 * l + 1.11225687 * m - 0.071676679 * s2;
      const z = -0.076381285 * l - 0.421481978 * m + 1.58616322 * s2;
      return [x * 100, y * 100, z * 100];
    };
    convert.oklab.rgb = function(oklab) {
      const ll = oklab[0] / 100;
      const aa = oklab[1] / 100;
      const bb = oklab[2] / 100;
      const l = (ll + 0.3963377774 * aa + 0.2158037573 * bb) ** 3;
      const m = (ll - 0.1055613458 * aa - 0.0638541728 * bb) ** 3;
      const s2 = (ll - 0.0894841775 * aa - 1.291485548 * bb) ** 3;
      const r = srgbNonlinearTransform(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s2);
      const g = srgbNonlinearTransform(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s2);
      const b = srgbNonlinearTransform(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s2);
      return [r * 255, g * 255, b * 255];
    };
    convert.oklch.oklab = function(oklch) {
      return convert.lch.lab(oklch);
    };
    convert.lab.xyz = function(lab) {
      const l = lab[0];
      const a = lab[1];
      const b = lab[2];
      let x;
      let y;
      let z;
      y = (l + 16) / 116;
      x = a / 500 + y;
      z = y - b / 200;
      const y2 = y ** 3;
      const x2 = x ** 3;
      const z2 = z ** 3;
      y = y2 > LAB_FT ? y2 : (y - 16 / 116) / 7.787;
      x = x2 > LAB_FT ? x2 : (x - 16 / 116) / 7.787;
      z = z2 > LAB_FT ? z2 : (z - 16 / 116) / 7.787;
      x *= 95.047;
      y *= 100;
      z *= 108.883;
      return [x, y, z];
    };
    convert.lab.lch = function(lab) {
      const l = lab[0];
      const a = lab[1];
      const b = lab[2];
      let h;
      const hr = Math.atan2(b, a);
      h = hr * 360 / 2 / Math.PI;
      if (h < 0) {
        h += 360;
      }
      const c = Math.sqrt(a * a + b * b);
      return [l, c, h];
    };
    convert.lch.lab = function(lch) {
      const l = lch[0];
      const c = lch[1];
      const h = lch[2];
      const hr = h / 360 * 2 * Math.PI;
      const a = c * Math.cos(hr);
      const b = c * Math.sin(hr);
      return [l, a, b];
    };
    convert.rgb.ansi16 = function(args, saturation = null) {
      const [r, g, b] = args;
      let value = saturation === null ? convert.rgb.hsv(args)[2] : saturation;
      value = Math.round(value / 50);
      if (value === 0) {
        return 30;
      }
      let ansi = 30 + (Math.round(b / 255) << 2 | Math.round(g / 255) << 1 | Math.round(r / 255));
      if (value === 2) {
        ansi += 60;
      }
      return ansi;
    };
    convert.hsv.ansi16 = function(args) {
      return convert.rgb.ansi16(convert.hsv.rgb(args), args[2]);
    };
    convert.rgb.ansi256 = function(args) {
      const r = args[0];
      const g = args[1];
      const b = args[2];
      if (r >> 4 === g >> 4 && g >> 4 === b >> 4) {
        if (r < 8) {
          return 16;
        }
        if (r > 248) {
          return 231;
        }
        return Math.round((r - 8) / 247 * 24) + 232;
      }
      const ansi = 16 + 36 * Math.round(r / 255 * 5) + 6 * Math.round(g / 255 * 5) + Math.round(b / 255 * 5);
      return ansi;
    };
    convert.ansi16.rgb = function(args) {
      args = args[0];
      let color2 = args % 10;
      if (color2 === 0 || color2 === 7) {
        if (args > 50) {
          color2 += 3.5;
        }
        color2 = color2 / 10.5 * 255;
        return [color2, color2, color2];
      }
      const mult = (Math.trunc(args > 50) + 1) * 0.5;
      const r = (color2 & 1) * mult * 255;
      const g = (color2 >> 1 & 1) * mult * 255;
      const b = (color2 >> 2 & 1) * mult * 255;
      return [r, g, b];
    };
    convert.ansi256.rgb = function(args) {
      args = args[0];
      if (args >= 232) {
        const c = (args - 232) * 10 + 8;
        return [c, c, c];
      }
      args -= 16;
      let rem;
      const r = Math.floor(args / 36) / 5 * 255;
      const g = Math.floor((rem = args % 36) / 6) / 5 * 255;
      const b = rem % 6 / 5 * 255;
      return [r, g, b];
    };
    convert.rgb.hex = function(args) {
      const integer2 = ((Math.round(args[0]) & 255) << 16) + ((Math.round(args[1]) & 255) << 8) + (Math.round(args[2]) & 255);
      const string2 = integer2.toString(16).toUpperCase();
      return "000000".slice(string2.length) + string2;
    };
    convert.hex.rgb = function(args) {
      const match = args.toString(16).match(/[a-f\d]{6}|[a-f\d]{3}/i);
      if (!match) {
        return [0, 0, 0];
      }
      let colorString = match[0];
      if (match[0].length === 3) {
        colorString = [...colorString].map((char) => char + char).join("");
      }
      const integer2 = Number.parseInt(colorString, 16);
      const r = integer2 >> 16 & 255;
      const g = integer2 >> 8 & 255;
      const b = integer2 & 255;
      return [r, g, b];
    };
    convert.rgb.hcg = function(rgb) {
      const r = rgb[0] / 255;
      const g = rgb[1] / 255;
      const b = rgb[2] / 255;
      const max = Math.max(Math.max(r, g), b);
      const min = Math.min(Math.min(r, g), b);
      const chroma = max - min;
      let hue;
      const grayscale2 = chroma < 1 ? min / (1 - chroma) : 0;
      if (chroma <= 0) {
        hue = 0;
      } else if (max === r) {
        hue = (g - b) / chroma % 6;
      } else if (max === g) {
        hue = 2 + (b - r) / chroma;
      } else {
        hue = 4 + (r - g) / chroma;
      }
      hue /= 6;
      hue %= 1;
      return [hue * 360, chroma * 100, grayscale2 * 100];
    };
    convert.hsl.hcg = function(hsl) {
      const s2 = hsl[1] / 100;
      const l = hsl[2] / 100;
      const c = l < 0.5 ? 2 * s2 * l : 2 * s2 * (1 - l);
      let f = 0;
      if (c < 1) {
        f = (l - 0.5 * c) / (1 - c);
      }
      return [hsl[0], c * 100, f * 100];
    };
    convert.hsv.hcg = function(hsv) {
      const s2 = hsv[1] / 100;
      const v = hsv[2] / 100;
      const c = s2 * v;
      let f = 0;
      if (c < 1) {
        f = (v - c) / (1 - c);
      }
      return [hsv[0], c * 100, f * 100];
    };
    convert.hcg.rgb = function(hcg) {
      const h = hcg[0] / 360;
      const c = hcg[1] / 100;
      const g = hcg[2] / 100;
      if (c === 0) {
        return [g * 255, g * 255, g * 255];
      }
      const pure = [0, 0, 0];
      const hi = h % 1 * 6;
      const v = hi % 1;
      const w = 1 - v;
      let mg = 0;
      switch (Math.floor(hi)) {
        case 0: {
          pure[0] = 1;
          pure[1] = v;
          pure[2] = 0;
          break;
        }
        case 1: {
          pure[0] = w;
          pure[1] = 1;
          pure[2] = 0;
          break;
        }
        case 2: {
          pure[0] = 0;
          pure[1] = 1;
          pure[2] = v;
          break;
        }
        case 3: {
          pure[0] = 0;
          pure[1] = w;
          pure[2] = 1;
          break;
        }
        case 4: {
          pure[0] = v;
          pure[1] = 0;
          pure[2] = 1;
          break;
        }
        default: {
          pure[0] = 1;
          pure[1] = 0;
          pure[2] = w;
        }
      }
      mg = (1 - c) * g;
      return [
        (c * pure[0] + mg) * 255,
        (c * pure[1] + mg) * 255,
        (c * pure[2] + mg) * 255
      ];
    };
    convert.hcg.hsv = function(hcg) {
      const c = hcg[1] / 100;
      const g = hcg[2] / 100;
      const v = c + g * (1 - c);
      let f = 0;
      if (v > 0) {
        f = c / v;
      }
      return [hcg[0], f * 100, v * 100];
    };
    convert.hcg.hsl = function(hcg) {
      const c = hcg[1] / 100;
      const g = hcg[2] / 100;
      const l = g * (1 - c) + 0.5 * c;
      let s2 = 0;
      if (l > 0 && l < 0.5) {
        s2 = c / (2 * l);
      } else if (l >= 0.5 && l < 1) {
        s2 = c / (2 * (1 - l));
      }
      return [hcg[0], s2 * 100, l * 100];
    };
    convert.hcg.hwb = function(hcg) {
      const c = hcg[1] / 100;
      const g = hcg[2] / 100;
      const v = c + g * (1 - c);
      return [hcg[0], (v - c) * 100, (1 - v) * 100];
    };
    convert.hwb.hcg = function(hwb) {
      const w = hwb[1] / 100;
      const b = hwb[2] / 100;
      const v = 1 - b;
      const c = v - w;
      let g = 0;
      if (c < 1) {
        g = (v - c) / (1 - c);
      }
      return [hwb[0], c * 100, g * 100];
    };
    convert.apple.rgb = function(apple) {
      return [apple[0] / 65535 * 255, apple[1] / 65535 * 255, apple[2] / 65535 * 255];
    };
    convert.rgb.apple = function(rgb) {
      return [rgb[0] / 255 * 65535, rgb[1] / 255 * 65535, rgb[2] / 255 * 65535];
    };
    convert.gray.rgb = function(args) {
      return [args[0] / 100 * 255, args[0] / 100 * 255, args[0] / 100 * 255];
    };
    convert.gray.hsl = function(args) {
      return [0, 0, args[0]];
    };
    convert.gray.hsv = convert.gray.hsl;
    convert.gray.hwb = function(gray) {
      return [0, 100, gray[0]];
    };
    convert.gray.cmyk = function(gray) {
      return [0, 0, 0, gray[0]];
    };
    convert.gray.lab = function(gray) {
      return [gray[0], 0, 0];
    };
    convert.gray.hex = function(gray) {
      const value = Math.round(gray[0] / 100 * 255) & 255;
      const integer2 = (value << 16) + (value << 8) + value;
      const string2 = integer2.toString(16).toUpperCase();
      return "000000".slice(string2.length) + string2;
    };
    convert.rgb.gray = function(rgb) {
      const value = (rgb[0] + rgb[1] + rgb[2]) / 3;
      return [value / 255 * 100];
    };
    function buildGraph() {
      const graph = {};
      const models2 = Object.keys(conversions_default);
      for (let { length } = models2, i = 0; i < length; i++) {
        graph[models2[i]] = {
          // http://jsperf.com/1-vs-infinity
          // micro-opt, but this is simple.
          distance: -1,
          parent: null
        };
      }
      return graph;
    }
    function deriveBFS(fromModel) {
      const graph = buildGraph();
      const queue2 = [fromModel];
      graph[fromModel].distance = 0;
      while (queue2.length > 0) {
        const current = queue2.pop();
        const adjacents = Object.keys(conversions_default[current]);
        for (let { length } = adjacents, i = 0; i < length; i++) {
          const adjacent = adjacents[i];
          const node = graph[adjacent];
          if (node.distance === -1) {
            node.distance = graph[current].distance + 1;
            node.parent = current;
            queue2.unshift(adjacent);
          }
        }
      }
      return graph;
    }
    function link(from, to) {
      return function(args) {
        return to(from(args));
      };
    }
    function wrapConversion(toModel, graph) {
      const path2 = [graph[toModel].parent, toModel];
      let fn2 = conversions_default[graph[toModel].parent][toModel];
      let cur = graph[toModel].parent;
      while (graph[cur].parent) {
        path2.unshift(graph[cur].parent);
        fn2 = link(conversions_default[graph[cur].parent][cur], fn2);
        cur = graph[cur].parent;
      }
      fn2.conversion = path2;
      return fn2;
    }
    function route(fromModel) {
      const graph = deriveBFS(fromModel);
      const conversion = {};
      const models2 = Object.keys(graph);
      for (let { length } = models2, i = 0; i < length; i++) {
        const toModel = models2[i];
        const node = graph[toModel];
        if (node.parent === null) {
          continue;
        }
        conversion[toModel] = wrapConversion(toModel, graph);
      }
      return conversion;
    }
    var route_default = route;
    var convert2 = {};
    var models = Object.keys(conversions_default);
    function wrapRaw(fn2) {
      const wrappedFn = function(...args) {
        const arg0 = args[0];
        if (arg0 === void 0 || arg0 === null) {
          return arg0;
        }
        if (arg0.length > 1) {
          args = arg0;
        }
        return fn2(args);
      };
      if ("conversion" in fn2) {
        wrappedFn.conversion = fn2.conversion;
      }
      return wrappedFn;
    }
    function wrapRounded(fn2) {
      const wrappedFn = function(...args) {
        const arg0 = args[0];
        if (arg0 === void 0 || arg0 === null) {
          return arg0;
        }
        if (arg0.length > 1) {
          args = arg0;
        }
        const result = fn2(args);
        if (typeof result === "object") {
          for (let { length } = result, i = 0; i < length; i++) {
            result[i] = Math.round(result[i]);
          }
        }
        return result;
      };
      if ("conversion" in fn2) {
        wrappedFn.conversion = fn2.conversion;
      }
      return wrappedFn;
    }
    for (const fromModel of models) {
      convert2[fromModel] = {};
      Object.defineProperty(convert2[fromModel], "channels", { value: conversions_default[fromModel].channels });
      Object.defineProperty(convert2[fromModel], "labels", { value: conversions_default[fromModel].labels });
      const routes = route_default(fromModel);
      const routeModels = Object.keys(routes);
      for (const toModel of routeModels) {
        const fn2 = routes[toModel];
        convert2[fromModel][toModel] = wrapRounded(fn2);
        convert2[fromModel][toModel].raw = wrapRaw(fn2);
      }
    }
    var color_convert_default = convert2;
    var skippedModels = [
      // To be honest, I don't really feel like keyword belongs in color convert, but eh.
      "keyword",
      // Gray conflicts with some method names, and has its own method defined.
      "gray",
      // Shouldn't really be in color-convert either...
      "hex"
    ];
    var hashedModelKeys = {};
    for (const model of Object.keys(color_convert_default)) {
      hashedModelKeys[[...color_convert_default[model].labels].sort().join("")] = model;
    }
    var limiters = {};
    function Color(object2, model) {
      if (!(this instanceof Color)) {
        return new Color(object2, model);
      }
      if (model && model in skippedModels) {
        model = null;
      }
      if (model && !(model in color_convert_default)) {
        throw new Error("Unknown model: " + model);
      }
      let i;
      let channels;
      if (object2 == null) {
        this.model = "rgb";
        this.color = [0, 0, 0];
        this.valpha = 1;
      } else if (object2 instanceof Color) {
        this.model = object2.model;
        this.color = [...object2.color];
        this.valpha = object2.valpha;
      } else if (typeof object2 === "string") {
        const result = color_string_default.get(object2);
        if (result === null) {
          throw new Error("Unable to parse color from string: " + object2);
        }
        this.model = result.model;
        channels = color_convert_default[this.model].channels;
        this.color = result.value.slice(0, channels);
        this.valpha = typeof result.value[channels] === "number" ? result.value[channels] : 1;
      } else if (object2.length > 0) {
        this.model = model || "rgb";
        channels = color_convert_default[this.model].channels;
        const newArray = Array.prototype.slice.call(object2, 0, channels);
        this.color = zeroArray(newArray, channels);
        this.valpha = typeof object2[channels] === "number" ? object2[channels] : 1;
      } else if (typeof object2 === "number") {
        this.model = "rgb";
        this.color = [
          object2 >> 16 & 255,
          object2 >> 8 & 255,
          object2 & 255
        ];
        this.valpha = 1;
      } else {
        this.valpha = 1;
        const keys = Object.keys(object2);
        if ("alpha" in object2) {
          keys.splice(keys.indexOf("alpha"), 1);
          this.valpha = typeof object2.alpha === "number" ? object2.alpha : 0;
        }
        const hashedKeys = keys.sort().join("");
        if (!(hashedKeys in hashedModelKeys)) {
          throw new Error("Unable to parse color from object: " + JSON.stringify(object2));
        }
        this.model = hashedModelKeys[hashedKeys];
        const { labels } = color_convert_default[this.model];
        const color2 = [];
        for (i = 0; i < labels.length; i++) {
          color2.push(object2[labels[i]]);
        }
        this.color = zeroArray(color2);
      }
      if (limiters[this.model]) {
        channels = color_convert_default[this.model].channels;
        for (i = 0; i < channels; i++) {
          const limit = limiters[this.model][i];
          if (limit) {
            this.color[i] = limit(this.color[i]);
          }
        }
      }
      this.valpha = Math.max(0, Math.min(1, this.valpha));
      if (Object.freeze) {
        Object.freeze(this);
      }
    }
    Color.prototype = {
      toString() {
        return this.string();
      },
      toJSON() {
        return this[this.model]();
      },
      string(places) {
        let self = this.model in color_string_default.to ? this : this.rgb();
        self = self.round(typeof places === "number" ? places : 1);
        const arguments_ = self.valpha === 1 ? self.color : [...self.color, this.valpha];
        return color_string_default.to[self.model](...arguments_);
      },
      percentString(places) {
        const self = this.rgb().round(typeof places === "number" ? places : 1);
        const arguments_ = self.valpha === 1 ? self.color : [...self.color, this.valpha];
        return color_string_default.to.rgb.percent(...arguments_);
      },
      array() {
        return this.valpha === 1 ? [...this.color] : [...this.color, this.valpha];
      },
      object() {
        const result = {};
        const { channels } = color_convert_default[this.model];
        const { labels } = color_convert_default[this.model];
        for (let i = 0; i < channels; i++) {
          result[labels[i]] = this.color[i];
        }
        if (this.valpha !== 1) {
          result.alpha = this.valpha;
        }
        return result;
      },
      unitArray() {
        const rgb = this.rgb().color;
        rgb[0] /= 255;
        rgb[1] /= 255;
        rgb[2] /= 255;
        if (this.valpha !== 1) {
          rgb.push(this.valpha);
        }
        return rgb;
      },
      unitObject() {
        const rgb = this.rgb().object();
        rgb.r /= 255;
        rgb.g /= 255;
        rgb.b /= 255;
        if (this.valpha !== 1) {
          rgb.alpha = this.valpha;
        }
        return rgb;
      },
      round(places) {
        places = Math.max(places || 0, 0);
        return new Color([...this.color.map(roundToPlace(places)), this.valpha], this.model);
      },
      alpha(value) {
        if (value !== void 0) {
          return new Color([...this.color, Math.max(0, Math.min(1, value))], this.model);
        }
        return this.valpha;
      },
      // Rgb
      red: getset("rgb", 0, maxfn(255)),
      green: getset("rgb", 1, maxfn(255)),
      blue: getset("rgb", 2, maxfn(255)),
      hue: getset(["hsl", "hsv", "hsl", "hwb", "hcg"], 0, (value) => (value % 360 + 360) % 360),
      saturationl: getset("hsl", 1, maxfn(100)),
      lightness: getset("hsl", 2, maxfn(100)),
      saturationv: getset("hsv", 1, maxfn(100)),
      value: getset("hsv", 2, maxfn(100)),
      chroma: getset("hcg", 1, maxfn(100)),
      gray: getset("hcg", 2, maxfn(100)),
      white: getset("hwb", 1, maxfn(100)),
      wblack: getset("hwb", 2, maxfn(100)),
      cyan: getset("cmyk", 0, maxfn(100)),
      magenta: getset("cmyk", 1, maxfn(100)),
      yellow: getset("cmyk", 2, maxfn(100)),
      black: getset("cmyk", 3, maxfn(100)),
      x: getset("xyz", 0, maxfn(95.047)),
      y: getset("xyz", 1, maxfn(100)),
      z: getset("xyz", 2, maxfn(108.833)),
      l: getset("lab", 0, maxfn(100)),
      a: getset("lab", 1),
      b: getset("lab", 2),
      keyword(value) {
        if (value !== void 0) {
          return new Color(value);
        }
        return color_convert_default[this.model].keyword(this.color);
      },
      hex(value) {
        if (value !== void 0) {
          return new Color(value);
        }
        return color_string_default.to.hex(...this.rgb().round().color);
      },
      hexa(value) {
        if (value !== void 0) {
          return new Color(value);
        }
        const rgbArray = this.rgb().round().color;
        let alphaHex = Math.round(this.valpha * 255).toString(16).toUpperCase();
        if (alphaHex.length === 1) {
          alphaHex = "0" + alphaHex;
        }
        return color_string_default.to.hex(...rgbArray) + alphaHex;
      },
      rgbNumber() {
        const rgb = this.rgb().color;
        return (rgb[0] & 255) << 16 | (rgb[1] & 255) << 8 | rgb[2] & 255;
      },
      luminosity() {
        const rgb = this.rgb().color;
        const lum = [];
        for (const [i, element] of rgb.entries()) {
          const chan = element / 255;
          lum[i] = chan <= 0.04045 ? chan / 12.92 : ((chan + 0.055) / 1.055) ** 2.4;
        }
        return 0.2126 * lum[0] + 0.7152 * lum[1] + 0.0722 * lum[2];
      },
      contrast(color2) {
        const lum1 = this.luminosity();
        const lum2 = color2.luminosity();
        if (lum1 > lum2) {
          return (lum1 + 0.05) / (lum2 + 0.05);
        }
        return (lum2 + 0.05) / (lum1 + 0.05);
      },
      level(color2) {
        const contrastRatio = this.contrast(color2);
        if (contrastRatio >= 7) {
          return "AAA";
        }
        return contrastRatio >= 4.5 ? "AA" : "";
      },
      isDark() {
        const rgb = this.rgb().color;
        const yiq = (rgb[0] * 2126 + rgb[1] * 7152 + rgb[2] * 722) / 1e4;
        return yiq < 128;
      },
      isLight() {
        return !this.isDark();
      },
      negate() {
        const rgb = this.rgb();
        for (let i = 0; i < 3; i++) {
          rgb.color[i] = 255 - rgb.color[i];
        }
        return rgb;
      },
      lighten(ratio) {
        const hsl = this.hsl();
        hsl.color[2] += hsl.color[2] * ratio;
        return hsl;
      },
      darken(ratio) {
        const hsl = this.hsl();
        hsl.color[2] -= hsl.color[2] * ratio;
        return hsl;
      },
      saturate(ratio) {
        const hsl = this.hsl();
        hsl.color[1] += hsl.color[1] * ratio;
        return hsl;
      },
      desaturate(ratio) {
        const hsl = this.hsl();
        hsl.color[1] -= hsl.color[1] * ratio;
        return hsl;
      },
      whiten(ratio) {
        const hwb = this.hwb();
        hwb.color[1] += hwb.color[1] * ratio;
        return hwb;
      },
      blacken(ratio) {
        const hwb = this.hwb();
        hwb.color[2] += hwb.color[2] * ratio;
        return hwb;
      },
      grayscale() {
        const rgb = this.rgb().color;
        const value = rgb[0] * 0.3 + rgb[1] * 0.59 + rgb[2] * 0.11;
        return Color.rgb(value, value, value);
      },
      fade(ratio) {
        return this.alpha(this.valpha - this.valpha * ratio);
      },
      opaquer(ratio) {
        return this.alpha(this.valpha + this.valpha * ratio);
      },
      rotate(degrees) {
        const hsl = this.hsl();
        let hue = hsl.color[0];
        hue = (hue + degrees) % 360;
        hue = hue < 0 ? 360 + hue : hue;
        hsl.color[0] = hue;
        return hsl;
      },
      mix(mixinColor, weight) {
        if (!mixinColor || !mixinColor.rgb) {
          throw new Error('Argument to "mix" was not a Color instance, but rather an instance of ' + typeof mixinColor);
        }
        const color1 = mixinColor.rgb();
        const color2 = this.rgb();
        const p = weight === void 0 ? 0.5 : weight;
        const w = 2 * p - 1;
        const a = color1.alpha() - color2.alpha();
        const w1 = ((w * a === -1 ? w : (w + a) / (1 + w * a)) + 1) / 2;
        const w2 = 1 - w1;
        return Color.rgb(
          w1 * color1.red() + w2 * color2.red(),
          w1 * color1.green() + w2 * color2.green(),
          w1 * color1.blue() + w2 * color2.blue(),
          color1.alpha() * p + color2.alpha() * (1 - p)
        );
      }
    };
    for (const model of Object.keys(color_convert_default)) {
      if (skippedModels.includes(model)) {
        continue;
      }
      const { channels } = color_convert_default[model];
      Color.prototype[model] = function(...arguments_) {
        if (this.model === model) {
          return new Color(this);
        }
        if (arguments_.length > 0) {
          return new Color(arguments_, model);
        }
        return new Color([...assertArray(color_convert_default[this.model][model].raw(this.color)), this.valpha], model);
      };
      Color[model] = function(...arguments_) {
        let color2 = arguments_[0];
        if (typeof color2 === "number") {
          color2 = zeroArray(arguments_, channels);
        }
        return new Color(color2, model);
      };
    }
    function roundTo(number2, places) {
      return Number(number2.toFixed(places));
    }
    function roundToPlace(places) {
      return function(number2) {
        return roundTo(number2, places);
      };
    }
    function getset(model, channel, modifier) {
      model = Array.isArray(model) ? model : [model];
      for (const m of model) {
        (limiters[m] ||= [])[channel] = modifier;
      }
      model = model[0];
      return function(value) {
        let result;
        if (value !== void 0) {
          if (modifier) {
            value = modifier(value);
          }
          result = this[model]();
          result.color[channel] = value;
          return result;
        }
        result = this[model]().color[channel];
        if (modifier) {
          result = modifier(result);
        }
        return result;
      };
    }
    function maxfn(max) {
      return function(v) {
        return Math.max(0, Math.min(max, v));
      };
    }
    function assertArray(value) {
      return Array.isArray(value) ? value : [value];
    }
    function zeroArray(array, length) {
      for (let i = 0; i < length; i++) {
        if (typeof array[i] !== "number") {
          array[i] = 0;
        }
      }
      return array;
    }
    var index_default = Color;
  }
});

// node_modules/@img/colour/index.cjs
var require_colour = __commonJS({
  "node_modules/@img/colour/index.cjs"(exports, module) {
    module.exports = require_color().default;
  }
});

// node_modules/sharp/dist/colour.mjs
function tint(tint2) {
  this._setBackgroundColourOption("tint", tint2);
  return this;
}
function greyscale(greyscale2) {
  this.options.greyscale = is_default.bool(greyscale2) ? greyscale2 : true;
  return this;
}
function grayscale(grayscale2) {
  return this.greyscale(grayscale2);
}
function pipelineColourspace(colourspace2) {
  if (!is_default.string(colourspace2)) {
    throw is_default.invalidParameterError("colourspace", "string", colourspace2);
  }
  this.options.colourspacePipeline = colourspace2;
  return this;
}
function pipelineColorspace(colorspace) {
  return this.pipelineColourspace(colorspace);
}
function toColourspace(colourspace2) {
  if (!is_default.string(colourspace2)) {
    throw is_default.invalidParameterError("colourspace", "string", colourspace2);
  }
  this.options.colourspace = colourspace2;
  return this;
}
function toColorspace(colorspace) {
  return this.toColourspace(colorspace);
}
function _getBackgroundColourOption(value) {
  if (is_default.object(value) || is_default.string(value) && value.length >= 3 && value.length <= 200) {
    const colour = (0, import_colour.default)(value);
    const red = colour.red();
    const green = colour.green();
    const blue = colour.blue();
    const alpha = Math.round(colour.alpha() * 255);
    for (const [channel, component] of [["red", red], ["green", green], ["blue", blue], ["alpha", alpha]]) {
      if (!is_default.number(component)) {
        throw is_default.invalidParameterError(`background.${channel}`, "number", component);
      }
    }
    return [red, green, blue, alpha];
  } else {
    throw is_default.invalidParameterError("background", "object or string", value);
  }
}
function _setBackgroundColourOption(key, value) {
  if (is_default.defined(value)) {
    this.options[key] = _getBackgroundColourOption(value);
  }
}
var import_colour, colourspace, colour_default;
var init_colour = __esm({
  "node_modules/sharp/dist/colour.mjs"() {
    import_colour = __toESM(require_colour(), 1);
    init_is();
    colourspace = {
      multiband: "multiband",
      "b-w": "b-w",
      bw: "b-w",
      cmyk: "cmyk",
      srgb: "srgb"
    };
    colour_default = (Sharp2) => {
      Object.assign(Sharp2.prototype, {
        // Public
        tint,
        greyscale,
        grayscale,
        pipelineColourspace,
        pipelineColorspace,
        toColourspace,
        toColorspace,
        // Private
        _getBackgroundColourOption,
        _setBackgroundColourOption
      });
      Sharp2.colourspace = colourspace;
      Sharp2.colorspace = colourspace;
    };
  }
});

// node_modules/sharp/dist/channel.mjs
function removeAlpha() {
  this.options.removeAlpha = true;
  return this;
}
function ensureAlpha(alpha) {
  if (is_default.defined(alpha)) {
    if (is_default.number(alpha) && is_default.inRange(alpha, 0, 1)) {
      this.options.ensureAlpha = alpha;
    } else {
      throw is_default.invalidParameterError("alpha", "number between 0 and 1", alpha);
    }
  } else {
    this.options.ensureAlpha = 1;
  }
  return this;
}
function extractChannel(channel) {
  const channelMap = { red: 0, green: 1, blue: 2, alpha: 3 };
  if (Object.keys(channelMap).includes(channel)) {
    channel = channelMap[channel];
  }
  if (is_default.integer(channel) && is_default.inRange(channel, 0, 4)) {
    this.options.extractChannel = channel;
  } else {
    throw is_default.invalidParameterError("channel", "integer or one of: red, green, blue, alpha", channel);
  }
  return this;
}
function joinChannel(images, options) {
  if (Array.isArray(images)) {
    images.forEach(function(image) {
      this.options.joinChannelIn.push(this._createInputDescriptor(image, options));
    }, this);
  } else {
    this.options.joinChannelIn.push(this._createInputDescriptor(images, options));
  }
  return this;
}
function bandbool(boolOp) {
  if (is_default.string(boolOp) && is_default.inArray(boolOp, ["and", "or", "eor"])) {
    this.options.bandBoolOp = boolOp;
  } else {
    throw is_default.invalidParameterError("boolOp", "one of: and, or, eor", boolOp);
  }
  return this;
}
var bool2, channel_default;
var init_channel = __esm({
  "node_modules/sharp/dist/channel.mjs"() {
    init_is();
    bool2 = {
      and: "and",
      or: "or",
      eor: "eor"
    };
    channel_default = (Sharp2) => {
      Object.assign(Sharp2.prototype, {
        // Public instance functions
        removeAlpha,
        ensureAlpha,
        extractChannel,
        joinChannel,
        bandbool
      });
      Sharp2.bool = bool2;
    };
  }
});

// node_modules/sharp/dist/output.mjs
import path from "node:path";
function toFile(fileOut, callback) {
  let err;
  if (!is_default.string(fileOut)) {
    err = new Error("Missing output file path");
  } else if (is_default.string(this.options.input.file) && path.resolve(this.options.input.file) === path.resolve(fileOut)) {
    err = new Error("Cannot use same file for input and output");
  } else if (jp2Regex.test(path.extname(fileOut)) && !this.constructor.format.jp2.output.file) {
    err = errJp2Save();
  }
  if (err) {
    if (is_default.fn(callback)) {
      callback(err);
    } else {
      return Promise.reject(err);
    }
  } else {
    this.options.fileOut = fileOut;
    const stack = Error();
    return this._pipeline(callback, stack);
  }
  return this;
}
function toBuffer(options, callback) {
  if (is_default.object(options)) {
    this._setBooleanOption("resolveWithObject", options.resolveWithObject);
  } else if (this.options.resolveWithObject) {
    this.options.resolveWithObject = false;
  }
  this.options.fileOut = "";
  const stack = Error();
  return this._pipeline(is_default.fn(options) ? options : callback, stack);
}
function toUint8Array() {
  this.options.resolveWithObject = true;
  this.options.typedArrayOut = true;
  const stack = Error();
  return this._pipeline(null, stack);
}
function withDensity(density) {
  if (is_default.number(density) && density > 0) {
    this.options.withMetadataDensity = density;
  } else {
    throw is_default.invalidParameterError("density", "positive number", density);
  }
  return this.keepExif();
}
function keepExif() {
  this.options.keepMetadata |= 1;
  return this;
}
function withExif(exif) {
  if (is_default.object(exif)) {
    for (const [ifd, entries2] of Object.entries(exif)) {
      if (is_default.object(entries2)) {
        for (const [k, v] of Object.entries(entries2)) {
          if (is_default.string(v)) {
            this.options.withExif[`exif-${ifd.toLowerCase()}-${k}`] = v;
          } else {
            throw is_default.invalidParameterError(`${ifd}.${k}`, "string", v);
          }
        }
      } else {
        throw is_default.invalidParameterError(ifd, "object", entries2);
      }
    }
  } else {
    throw is_default.invalidParameterError("exif", "object", exif);
  }
  this.options.withExifMerge = false;
  return this.keepExif();
}
function withExifMerge(exif) {
  this.withExif(exif);
  this.options.withExifMerge = true;
  return this;
}
function keepIccProfile() {
  this.options.keepMetadata |= 8;
  return this;
}
function withIccProfile(icc, options) {
  if (is_default.string(icc)) {
    this.options.withIccProfile = icc;
  } else {
    throw is_default.invalidParameterError("icc", "string", icc);
  }
  this.keepIccProfile();
  if (is_default.object(options)) {
    if (is_default.defined(options.attach)) {
      if (is_default.bool(options.attach)) {
        if (!options.attach) {
          this.options.keepMetadata &= ~8;
        }
      } else {
        throw is_default.invalidParameterError("attach", "boolean", options.attach);
      }
    }
  }
  return this;
}
function keepGainMap() {
  this.options.keepGainMap = true;
  this.options.withGainMap = false;
  this.options.keepMetadata |= 32;
  return this;
}
function withGainMap() {
  this.options.withGainMap = true;
  this.options.keepGainMap = false;
  this.options.colourspace = "scrgb";
  return this;
}
function keepXmp() {
  this.options.keepMetadata |= 2;
  return this;
}
function withXmp(xmp) {
  if (is_default.string(xmp) && xmp.length > 0) {
    this.options.withXmp = xmp;
    this.options.keepMetadata |= 2;
  } else {
    throw is_default.invalidParameterError("xmp", "non-empty string", xmp);
  }
  return this;
}
function keepMetadata() {
  this.options.keepMetadata |= 31;
  return this;
}
function withMetadata(options) {
  this.keepMetadata();
  this.withIccProfile("srgb");
  if (is_default.object(options)) {
    if (is_default.defined(options.orientation)) {
      if (is_default.integer(options.orientation) && is_default.inRange(options.orientation, 1, 8)) {
        this.options.withMetadataOrientation = options.orientation;
      } else {
        throw is_default.invalidParameterError("orientation", "integer between 1 and 8", options.orientation);
      }
    }
    if (is_default.defined(options.density)) {
      if (is_default.number(options.density) && options.density > 0) {
        this.options.withMetadataDensity = options.density;
      } else {
        throw is_default.invalidParameterError("density", "positive number", options.density);
      }
    }
    if (is_default.defined(options.icc)) {
      this.withIccProfile(options.icc);
    }
    if (is_default.defined(options.exif)) {
      this.withExifMerge(options.exif);
    }
  }
  return this;
}
function toFormat(format2, options) {
  const actualFormat = formats2.get((is_default.object(format2) && is_default.string(format2.id) ? format2.id : format2).toLowerCase());
  if (!actualFormat) {
    throw is_default.invalidParameterError("format", `one of: ${[...formats2.keys()].join(", ")}`, format2);
  }
  return this[actualFormat](options);
}
function jpeg(options) {
  if (is_default.object(options)) {
    if (is_default.defined(options.quality)) {
      if (is_default.integer(options.quality) && is_default.inRange(options.quality, 1, 100)) {
        this.options.jpegQuality = options.quality;
      } else {
        throw is_default.invalidParameterError("quality", "integer between 1 and 100", options.quality);
      }
    }
    if (is_default.defined(options.progressive)) {
      this._setBooleanOption("jpegProgressive", options.progressive);
    }
    if (is_default.defined(options.chromaSubsampling)) {
      if (is_default.string(options.chromaSubsampling) && is_default.inArray(options.chromaSubsampling, ["4:2:0", "4:4:4"])) {
        this.options.jpegChromaSubsampling = options.chromaSubsampling;
      } else {
        throw is_default.invalidParameterError("chromaSubsampling", "one of: 4:2:0, 4:4:4", options.chromaSubsampling);
      }
    }
    const optimiseCoding = is_default.bool(options.optimizeCoding) ? options.optimizeCoding : options.optimiseCoding;
    if (is_default.defined(optimiseCoding)) {
      this._setBooleanOption("jpegOptimiseCoding", optimiseCoding);
    }
    if (is_default.defined(options.mozjpeg)) {
      if (is_default.bool(options.mozjpeg)) {
        if (options.mozjpeg) {
          this.options.jpegTrellisQuantisation = true;
          this.options.jpegOvershootDeringing = true;
          this.options.jpegOptimiseScans = true;
          this.options.jpegProgressive = true;
          this.options.jpegQuantisationTable = 3;
        }
      } else {
        throw is_default.invalidParameterError("mozjpeg", "boolean", options.mozjpeg);
      }
    }
    const trellisQuantisation = is_default.bool(options.trellisQuantization) ? options.trellisQuantization : options.trellisQuantisation;
    if (is_default.defined(trellisQuantisation)) {
      this._setBooleanOption("jpegTrellisQuantisation", trellisQuantisation);
    }
    if (is_default.defined(options.overshootDeringing)) {
      this._setBooleanOption("jpegOvershootDeringing", options.overshootDeringing);
    }
    const optimiseScans = is_default.bool(options.optimizeScans) ? options.optimizeScans : options.optimiseScans;
    if (is_default.defined(optimiseScans)) {
      this._setBooleanOption("jpegOptimiseScans", optimiseScans);
      if (optimiseScans) {
        this.options.jpegProgressive = true;
      }
    }
    const quantisationTable = is_default.number(options.quantizationTable) ? options.quantizationTable : options.quantisationTable;
    if (is_default.defined(quantisationTable)) {
      if (is_default.integer(quantisationTable) && is_default.inRange(quantisationTable, 0, 8)) {
        this.options.jpegQuantisationTable = quantisationTable;
      } else {
        throw is_default.invalidParameterError("quantisationTable", "integer between 0 and 8", quantisationTable);
      }
    }
  }
  return this._updateFormatOut("jpeg", options);
}
function png(options) {
  if (is_default.object(options)) {
    if (is_default.defined(options.progressive)) {
      this._setBooleanOption("pngProgressive", options.progressive);
    }
    if (is_default.defined(options.compressionLevel)) {
      if (is_default.integer(options.compressionLevel) && is_default.inRange(options.compressionLevel, 0, 9)) {
        this.options.pngCompressionLevel = options.compressionLevel;
      } else {
        throw is_default.invalidParameterError("compressionLevel", "integer between 0 and 9", options.compressionLevel);
      }
    }
    if (is_default.defined(options.adaptiveFiltering)) {
      this._setBooleanOption("pngAdaptiveFiltering", options.adaptiveFiltering);
    }
    const colours = options.colours || options.colors;
    if (is_default.defined(colours)) {
      if (is_default.integer(colours) && is_default.inRange(colours, 2, 256)) {
        this.options.pngBitdepth = bitdepthFromColourCount(colours);
      } else {
        throw is_default.invalidParameterError("colours", "integer between 2 and 256", colours);
      }
    }
    if (is_default.defined(options.palette)) {
      this._setBooleanOption("pngPalette", options.palette);
    } else if ([options.quality, options.effort, options.colours, options.colors, options.dither].some(is_default.defined)) {
      this._setBooleanOption("pngPalette", true);
    }
    if (this.options.pngPalette) {
      if (is_default.defined(options.quality)) {
        if (is_default.integer(options.quality) && is_default.inRange(options.quality, 0, 100)) {
          this.options.pngQuality = options.quality;
        } else {
          throw is_default.invalidParameterError("quality", "integer between 0 and 100", options.quality);
        }
      }
      if (is_default.defined(options.effort)) {
        if (is_default.integer(options.effort) && is_default.inRange(options.effort, 1, 10)) {
          this.options.pngEffort = options.effort;
        } else {
          throw is_default.invalidParameterError("effort", "integer between 1 and 10", options.effort);
        }
      }
      if (is_default.defined(options.dither)) {
        if (is_default.number(options.dither) && is_default.inRange(options.dither, 0, 1)) {
          this.options.pngDither = options.dither;
        } else {
          throw is_default.invalidParameterError("dither", "number between 0.0 and 1.0", options.dither);
        }
      }
    }
  }
  return this._updateFormatOut("png", options);
}
function webp(options) {
  if (is_default.object(options)) {
    if (is_default.defined(options.quality)) {
      if (is_default.integer(options.quality) && is_default.inRange(options.quality, 1, 100)) {
        this.options.webpQuality = options.quality;
      } else {
        throw is_default.invalidParameterError("quality", "integer between 1 and 100", options.quality);
      }
    }
    if (is_default.defined(options.alphaQuality)) {
      if (is_default.integer(options.alphaQuality) && is_default.inRange(options.alphaQuality, 0, 100)) {
        this.options.webpAlphaQuality = options.alphaQuality;
      } else {
        throw is_default.invalidParameterError("alphaQuality", "integer between 0 and 100", options.alphaQuality);
      }
    }
    if (is_default.defined(options.lossless)) {
      this._setBooleanOption("webpLossless", options.lossless);
    }
    if (is_default.defined(options.nearLossless)) {
      this._setBooleanOption("webpNearLossless", options.nearLossless);
    }
    if (is_default.defined(options.smartSubsample)) {
      this._setBooleanOption("webpSmartSubsample", options.smartSubsample);
    }
    if (is_default.defined(options.smartDeblock)) {
      this._setBooleanOption("webpSmartDeblock", options.smartDeblock);
    }
    if (is_default.defined(options.preset)) {
      if (is_default.string(options.preset) && is_default.inArray(options.preset, ["default", "photo", "picture", "drawing", "icon", "text"])) {
        this.options.webpPreset = options.preset;
      } else {
        throw is_default.invalidParameterError("preset", "one of: default, photo, picture, drawing, icon, text", options.preset);
      }
    }
    if (is_default.defined(options.effort)) {
      if (is_default.integer(options.effort) && is_default.inRange(options.effort, 0, 6)) {
        this.options.webpEffort = options.effort;
      } else {
        throw is_default.invalidParameterError("effort", "integer between 0 and 6", options.effort);
      }
    }
    if (is_default.defined(options.minSize)) {
      this._setBooleanOption("webpMinSize", options.minSize);
    }
    if (is_default.defined(options.mixed)) {
      this._setBooleanOption("webpMixed", options.mixed);
    }
    if (is_default.defined(options.exact)) {
      this._setBooleanOption("webpExact", options.exact);
    }
  }
  trySetAnimationOptions(options, this.options);
  return this._updateFormatOut("webp", options);
}
function gif(options) {
  if (is_default.object(options)) {
    if (is_default.defined(options.reuse)) {
      this._setBooleanOption("gifReuse", options.reuse);
    }
    if (is_default.defined(options.progressive)) {
      this._setBooleanOption("gifProgressive", options.progressive);
    }
    const colours = options.colours || options.colors;
    if (is_default.defined(colours)) {
      if (is_default.integer(colours) && is_default.inRange(colours, 2, 256)) {
        this.options.gifBitdepth = bitdepthFromColourCount(colours);
      } else {
        throw is_default.invalidParameterError("colours", "integer between 2 and 256", colours);
      }
    }
    if (is_default.defined(options.effort)) {
      if (is_default.integer(options.effort) && is_default.inRange(options.effort, 1, 10)) {
        this.options.gifEffort = options.effort;
      } else {
        throw is_default.invalidParameterError("effort", "integer between 1 and 10", options.effort);
      }
    }
    if (is_default.defined(options.dither)) {
      if (is_default.number(options.dither) && is_default.inRange(options.dither, 0, 1)) {
        this.options.gifDither = options.dither;
      } else {
        throw is_default.invalidParameterError("dither", "number between 0.0 and 1.0", options.dither);
      }
    }
    if (is_default.defined(options.interFrameMaxError)) {
      if (is_default.number(options.interFrameMaxError) && is_default.inRange(options.interFrameMaxError, 0, 32)) {
        this.options.gifInterFrameMaxError = options.interFrameMaxError;
      } else {
        throw is_default.invalidParameterError("interFrameMaxError", "number between 0.0 and 32.0", options.interFrameMaxError);
      }
    }
    if (is_default.defined(options.interPaletteMaxError)) {
      if (is_default.number(options.interPaletteMaxError) && is_default.inRange(options.interPaletteMaxError, 0, 256)) {
        this.options.gifInterPaletteMaxError = options.interPaletteMaxError;
      } else {
        throw is_default.invalidParameterError("interPaletteMaxError", "number between 0.0 and 256.0", options.interPaletteMaxError);
      }
    }
    if (is_default.defined(options.keepDuplicateFrames)) {
      if (is_default.bool(options.keepDuplicateFrames)) {
        this._setBooleanOption("gifKeepDuplicateFrames", options.keepDuplicateFrames);
      } else {
        throw is_default.invalidParameterError("keepDuplicateFrames", "boolean", options.keepDuplicateFrames);
      }
    }
  }
  trySetAnimationOptions(options, this.options);
  return this._updateFormatOut("gif", options);
}
function jp2(options) {
  if (!this.constructor.format.jp2.output.buffer) {
    throw errJp2Save();
  }
  if (is_default.object(options)) {
    if (is_default.defined(options.quality)) {
      if (is_default.integer(options.quality) && is_default.inRange(options.quality, 1, 100)) {
        this.options.jp2Quality = options.quality;
      } else {
        throw is_default.invalidParameterError("quality", "integer between 1 and 100", options.quality);
      }
    }
    if (is_default.defined(options.lossless)) {
      if (is_default.bool(options.lossless)) {
        this.options.jp2Lossless = options.lossless;
      } else {
        throw is_default.invalidParameterError("lossless", "boolean", options.lossless);
      }
    }
    if (is_default.defined(options.tileWidth)) {
      if (is_default.integer(options.tileWidth) && is_default.inRange(options.tileWidth, 1, 32768)) {
        this.options.jp2TileWidth = options.tileWidth;
      } else {
        throw is_default.invalidParameterError("tileWidth", "integer between 1 and 32768", options.tileWidth);
      }
    }
    if (is_default.defined(options.tileHeight)) {
      if (is_default.integer(options.tileHeight) && is_default.inRange(options.tileHeight, 1, 32768)) {
        this.options.jp2TileHeight = options.tileHeight;
      } else {
        throw is_default.invalidParameterError("tileHeight", "integer between 1 and 32768", options.tileHeight);
      }
    }
    if (is_default.defined(options.chromaSubsampling)) {
      if (is_default.string(options.chromaSubsampling) && is_default.inArray(options.chromaSubsampling, ["4:2:0", "4:4:4"])) {
        this.options.jp2ChromaSubsampling = options.chromaSubsampling;
      } else {
        throw is_default.invalidParameterError("chromaSubsampling", "one of: 4:2:0, 4:4:4", options.chromaSubsampling);
      }
    }
  }
  return this._updateFormatOut("jp2", options);
}
function trySetAnimationOptions(source, target) {
  if (is_default.object(source) && is_default.defined(source.loop)) {
    if (is_default.integer(source.loop) && is_default.inRange(source.loop, 0, 65535)) {
      target.loop = source.loop;
    } else {
      throw is_default.invalidParameterError("loop", "integer between 0 and 65535", source.loop);
    }
  }
  if (is_default.object(source) && is_default.defined(source.delay)) {
    if (is_default.integer(source.delay) && is_default.inRange(source.delay, 0, 65535)) {
      target.delay = [source.delay];
    } else if (Array.isArray(source.delay) && is_default.inRange(source.delay.length, 1, 1e6) && source.delay.every(is_default.integer) && source.delay.every((v) => is_default.inRange(v, 0, 65535))) {
      target.delay = source.delay;
    } else {
      throw is_default.invalidParameterError("delay", "integer or an array of integers between 0 and 65535", source.delay);
    }
  }
}
function tiff(options) {
  if (is_default.object(options)) {
    if (is_default.defined(options.quality)) {
      if (is_default.integer(options.quality) && is_default.inRange(options.quality, 1, 100)) {
        this.options.tiffQuality = options.quality;
      } else {
        throw is_default.invalidParameterError("quality", "integer between 1 and 100", options.quality);
      }
    }
    if (is_default.defined(options.bitdepth)) {
      if (is_default.integer(options.bitdepth) && is_default.inArray(options.bitdepth, [1, 2, 4])) {
        this.options.tiffBitdepth = options.bitdepth;
      } else {
        throw is_default.invalidParameterError("bitdepth", "1, 2 or 4", options.bitdepth);
      }
    }
    if (is_default.defined(options.tile)) {
      this._setBooleanOption("tiffTile", options.tile);
    }
    if (is_default.defined(options.tileWidth)) {
      if (is_default.integer(options.tileWidth) && is_default.inRange(options.tileWidth, 1, 32768)) {
        this.options.tiffTileWidth = options.tileWidth;
      } else {
        throw is_default.invalidParameterError("tileWidth", "integer between 1 and 32768", options.tileWidth);
      }
    }
    if (is_default.defined(options.tileHeight)) {
      if (is_default.integer(options.tileHeight) && is_default.inRange(options.tileHeight, 1, 32768)) {
        this.options.tiffTileHeight = options.tileHeight;
      } else {
        throw is_default.invalidParameterError("tileHeight", "integer between 1 and 32768", options.tileHeight);
      }
    }
    if (is_default.defined(options.miniswhite)) {
      this._setBooleanOption("tiffMiniswhite", options.miniswhite);
    }
    if (is_default.defined(options.pyramid)) {
      this._setBooleanOption("tiffPyramid", options.pyramid);
    }
    if (is_default.defined(options.xres)) {
      if (is_default.number(options.xres) && is_default.inRange(options.xres, 1e-3, 1e6)) {
        this.options.tiffXres = options.xres;
      } else {
        throw is_default.invalidParameterError("xres", "number between 0.001 and 1000000", options.xres);
      }
    }
    if (is_default.defined(options.yres)) {
      if (is_default.number(options.yres) && is_default.inRange(options.yres, 1e-3, 1e6)) {
        this.options.tiffYres = options.yres;
      } else {
        throw is_default.invalidParameterError("yres", "number between 0.001 and 1000000", options.yres);
      }
    }
    if (is_default.defined(options.compression)) {
      if (is_default.string(options.compression) && is_default.inArray(options.compression, ["none", "jpeg", "deflate", "packbits", "ccittfax4", "lzw", "webp", "zstd", "jp2k"])) {
        this.options.tiffCompression = options.compression;
      } else {
        throw is_default.invalidParameterError("compression", "one of: none, jpeg, deflate, packbits, ccittfax4, lzw, webp, zstd, jp2k", options.compression);
      }
    }
    if (is_default.defined(options.bigtiff)) {
      this._setBooleanOption("tiffBigtiff", options.bigtiff);
    }
    if (is_default.defined(options.predictor)) {
      if (is_default.string(options.predictor) && is_default.inArray(options.predictor, ["none", "horizontal", "float"])) {
        this.options.tiffPredictor = options.predictor;
      } else {
        throw is_default.invalidParameterError("predictor", "one of: none, horizontal, float", options.predictor);
      }
    }
    if (is_default.defined(options.resolutionUnit)) {
      if (is_default.string(options.resolutionUnit) && is_default.inArray(options.resolutionUnit, ["inch", "cm"])) {
        this.options.tiffResolutionUnit = options.resolutionUnit;
      } else {
        throw is_default.invalidParameterError("resolutionUnit", "one of: inch, cm", options.resolutionUnit);
      }
    }
  }
  return this._updateFormatOut("tiff", options);
}
function avif(options) {
  return this.heif({ ...options, compression: "av1" });
}
function heif(options) {
  if (is_default.object(options)) {
    if (is_default.string(options.compression) && is_default.inArray(options.compression, ["av1", "hevc"])) {
      this.options.heifCompression = options.compression;
    } else {
      throw is_default.invalidParameterError("compression", "one of: av1, hevc", options.compression);
    }
    if (is_default.defined(options.quality)) {
      if (is_default.integer(options.quality) && is_default.inRange(options.quality, 1, 100)) {
        this.options.heifQuality = options.quality;
      } else {
        throw is_default.invalidParameterError("quality", "integer between 1 and 100", options.quality);
      }
    }
    if (is_default.defined(options.lossless)) {
      if (is_default.bool(options.lossless)) {
        this.options.heifLossless = options.lossless;
      } else {
        throw is_default.invalidParameterError("lossless", "boolean", options.lossless);
      }
    }
    if (is_default.defined(options.effort)) {
      if (is_default.integer(options.effort) && is_default.inRange(options.effort, 0, 9)) {
        this.options.heifEffort = options.effort;
      } else {
        throw is_default.invalidParameterError("effort", "integer between 0 and 9", options.effort);
      }
    }
    if (is_default.defined(options.chromaSubsampling)) {
      if (is_default.string(options.chromaSubsampling) && is_default.inArray(options.chromaSubsampling, ["4:2:0", "4:4:4"])) {
        this.options.heifChromaSubsampling = options.chromaSubsampling;
      } else {
        throw is_default.invalidParameterError("chromaSubsampling", "one of: 4:2:0, 4:4:4", options.chromaSubsampling);
      }
    }
    if (is_default.defined(options.bitdepth)) {
      if (is_default.integer(options.bitdepth) && is_default.inArray(options.bitdepth, [8, 10, 12])) {
        this.options.heifBitdepth = options.bitdepth;
      } else {
        throw is_default.invalidParameterError("bitdepth", "8, 10 or 12", options.bitdepth);
      }
    }
    if (is_default.defined(options.tune)) {
      if (is_default.string(options.tune) && is_default.inArray(options.tune, ["auto", "iq", "psnr", "ssim"])) {
        if (this.options.heifLossless && options.tune === "iq") {
          this.options.heifTune = "ssim";
        } else {
          this.options.heifTune = options.tune;
        }
      } else {
        throw is_default.invalidParameterError("tune", "one of: auto, iq, psnr, ssim", options.tune);
      }
    }
  } else {
    throw is_default.invalidParameterError("options", "Object", options);
  }
  return this._updateFormatOut("heif", options);
}
function jxl(options) {
  if (is_default.object(options)) {
    if (is_default.defined(options.quality)) {
      if (is_default.integer(options.quality) && is_default.inRange(options.quality, 1, 100)) {
        this.options.jxlDistance = options.quality >= 30 ? 0.1 + (100 - options.quality) * 0.09 : 53 / 3e3 * options.quality * options.quality - 23 / 20 * options.quality + 25;
      } else {
        throw is_default.invalidParameterError("quality", "integer between 1 and 100", options.quality);
      }
    } else if (is_default.defined(options.distance)) {
      if (is_default.number(options.distance) && is_default.inRange(options.distance, 0, 15)) {
        this.options.jxlDistance = options.distance;
      } else {
        throw is_default.invalidParameterError("distance", "number between 0.0 and 15.0", options.distance);
      }
    }
    if (is_default.defined(options.decodingTier)) {
      if (is_default.integer(options.decodingTier) && is_default.inRange(options.decodingTier, 0, 4)) {
        this.options.jxlDecodingTier = options.decodingTier;
      } else {
        throw is_default.invalidParameterError("decodingTier", "integer between 0 and 4", options.decodingTier);
      }
    }
    if (is_default.defined(options.lossless)) {
      if (is_default.bool(options.lossless)) {
        this.options.jxlLossless = options.lossless;
      } else {
        throw is_default.invalidParameterError("lossless", "boolean", options.lossless);
      }
    }
    if (is_default.defined(options.effort)) {
      if (is_default.integer(options.effort) && is_default.inRange(options.effort, 1, 9)) {
        this.options.jxlEffort = options.effort;
      } else {
        throw is_default.invalidParameterError("effort", "integer between 1 and 9", options.effort);
      }
    }
  }
  trySetAnimationOptions(options, this.options);
  return this._updateFormatOut("jxl", options);
}
function raw(options) {
  if (is_default.object(options)) {
    if (is_default.defined(options.depth)) {
      if (is_default.string(options.depth) && is_default.inArray(
        options.depth,
        ["char", "uchar", "short", "ushort", "int", "uint", "float", "complex", "double", "dpcomplex"]
      )) {
        this.options.rawDepth = options.depth;
      } else {
        throw is_default.invalidParameterError("depth", "one of: char, uchar, short, ushort, int, uint, float, complex, double, dpcomplex", options.depth);
      }
    }
  }
  return this._updateFormatOut("raw");
}
function tile(options) {
  if (is_default.object(options)) {
    if (is_default.defined(options.size)) {
      if (is_default.integer(options.size) && is_default.inRange(options.size, 1, 8192)) {
        this.options.tileSize = options.size;
      } else {
        throw is_default.invalidParameterError("size", "integer between 1 and 8192", options.size);
      }
    }
    if (is_default.defined(options.overlap)) {
      if (is_default.integer(options.overlap) && is_default.inRange(options.overlap, 0, 8192)) {
        if (options.overlap > this.options.tileSize) {
          throw is_default.invalidParameterError("overlap", `<= size (${this.options.tileSize})`, options.overlap);
        }
        this.options.tileOverlap = options.overlap;
      } else {
        throw is_default.invalidParameterError("overlap", "integer between 0 and 8192", options.overlap);
      }
    }
    if (is_default.defined(options.container)) {
      if (is_default.string(options.container) && is_default.inArray(options.container, ["fs", "zip"])) {
        this.options.tileContainer = options.container;
      } else {
        throw is_default.invalidParameterError("container", "one of: fs, zip", options.container);
      }
    }
    if (is_default.defined(options.layout)) {
      if (is_default.string(options.layout) && is_default.inArray(options.layout, ["dz", "google", "iiif", "iiif3", "zoomify"])) {
        this.options.tileLayout = options.layout;
      } else {
        throw is_default.invalidParameterError("layout", "one of: dz, google, iiif, iiif3, zoomify", options.layout);
      }
    }
    if (is_default.defined(options.angle)) {
      if (is_default.integer(options.angle) && !(options.angle % 90)) {
        this.options.tileAngle = options.angle;
      } else {
        throw is_default.invalidParameterError("angle", "positive/negative multiple of 90", options.angle);
      }
    }
    this._setBackgroundColourOption("tileBackground", options.background);
    if (is_default.defined(options.depth)) {
      if (is_default.string(options.depth) && is_default.inArray(options.depth, ["onepixel", "onetile", "one"])) {
        this.options.tileDepth = options.depth;
      } else {
        throw is_default.invalidParameterError("depth", "one of: onepixel, onetile, one", options.depth);
      }
    }
    if (is_default.defined(options.skipBlanks)) {
      if (is_default.integer(options.skipBlanks) && is_default.inRange(options.skipBlanks, -1, 65535)) {
        this.options.tileSkipBlanks = options.skipBlanks;
      } else {
        throw is_default.invalidParameterError("skipBlanks", "integer between -1 and 255/65535", options.skipBlanks);
      }
    } else if (is_default.defined(options.layout) && options.layout === "google") {
      this.options.tileSkipBlanks = 5;
    }
    const centre = is_default.bool(options.center) ? options.center : options.centre;
    if (is_default.defined(centre)) {
      this._setBooleanOption("tileCentre", centre);
    }
    if (is_default.defined(options.id)) {
      if (is_default.string(options.id)) {
        this.options.tileId = options.id;
      } else {
        throw is_default.invalidParameterError("id", "string", options.id);
      }
    }
    if (is_default.defined(options.basename)) {
      if (is_default.string(options.basename)) {
        this.options.tileBasename = options.basename;
      } else {
        throw is_default.invalidParameterError("basename", "string", options.basename);
      }
    }
  }
  if (is_default.inArray(this.options.formatOut, ["jpeg", "png", "webp"])) {
    this.options.tileFormat = this.options.formatOut;
  } else if (this.options.formatOut !== "input") {
    throw is_default.invalidParameterError("format", "one of: jpeg, png, webp", this.options.formatOut);
  }
  return this._updateFormatOut("dz");
}
function timeout(options) {
  if (!is_default.plainObject(options)) {
    throw is_default.invalidParameterError("options", "object", options);
  }
  if (is_default.integer(options.seconds) && is_default.inRange(options.seconds, 0, 3600)) {
    this.options.timeoutSeconds = options.seconds;
  } else {
    throw is_default.invalidParameterError("seconds", "integer between 0 and 3600", options.seconds);
  }
  return this;
}
function _updateFormatOut(formatOut, options) {
  if (!(is_default.object(options) && options.force === false)) {
    this.options.formatOut = formatOut;
  }
  return this;
}
function _setBooleanOption(key, val) {
  if (is_default.bool(val)) {
    this.options[key] = val;
  } else {
    throw is_default.invalidParameterError(key, "boolean", val);
  }
}
function _read() {
  if (!this.options.streamOut) {
    this.options.streamOut = true;
    const stack = Error();
    this._pipeline(void 0, stack);
  }
}
function _pipeline(callback, stack) {
  if (typeof callback === "function") {
    if (this._isStreamInput()) {
      this._whenStreamInFinished(() => {
        this._flattenBufferIn();
        sharp_default.pipeline(this.options, (err, data, info) => {
          if (err) {
            callback(is_default.nativeError(err, stack));
          } else {
            callback(null, data, info);
          }
        });
      });
    } else {
      sharp_default.pipeline(this.options, (err, data, info) => {
        if (err) {
          callback(is_default.nativeError(err, stack));
        } else {
          callback(null, data, info);
        }
      });
    }
    return this;
  } else if (this.options.streamOut) {
    if (this._isStreamInput()) {
      this._whenStreamInFinished(() => {
        this._flattenBufferIn();
        sharp_default.pipeline(this.options, (err, data, info) => {
          if (err) {
            this.emit("error", is_default.nativeError(err, stack));
          } else {
            this.emit("info", info);
            this.push(data);
          }
          this.push(null);
          this.on("end", () => this.emit("close"));
        });
      });
    } else {
      sharp_default.pipeline(this.options, (err, data, info) => {
        if (err) {
          this.emit("error", is_default.nativeError(err, stack));
        } else {
          this.emit("info", info);
          this.push(data);
        }
        this.push(null);
        this.on("end", () => this.emit("close"));
      });
    }
    return this;
  } else {
    if (this._isStreamInput()) {
      return new Promise((resolve2, reject) => {
        this._whenStreamInFinished(() => {
          this._flattenBufferIn();
          sharp_default.pipeline(this.options, (err, data, info) => {
            if (err) {
              reject(is_default.nativeError(err, stack));
            } else {
              if (this.options.resolveWithObject) {
                resolve2({ data, info });
              } else {
                resolve2(data);
              }
            }
          });
        });
      });
    } else {
      return new Promise((resolve2, reject) => {
        sharp_default.pipeline(this.options, (err, data, info) => {
          if (err) {
            reject(is_default.nativeError(err, stack));
          } else {
            if (this.options.resolveWithObject) {
              resolve2({ data, info });
            } else {
              resolve2(data);
            }
          }
        });
      });
    }
  }
}
var formats2, jp2Regex, errJp2Save, bitdepthFromColourCount, output_default;
var init_output = __esm({
  "node_modules/sharp/dist/output.mjs"() {
    init_is();
    init_sharp();
    formats2 = /* @__PURE__ */ new Map([
      ["heic", "heif"],
      ["heif", "heif"],
      ["avif", "avif"],
      ["jpeg", "jpeg"],
      ["jpg", "jpeg"],
      ["jpe", "jpeg"],
      ["tile", "tile"],
      ["dz", "tile"],
      ["png", "png"],
      ["raw", "raw"],
      ["tiff", "tiff"],
      ["tif", "tiff"],
      ["webp", "webp"],
      ["gif", "gif"],
      ["jp2", "jp2"],
      ["jpx", "jp2"],
      ["j2k", "jp2"],
      ["j2c", "jp2"],
      ["jxl", "jxl"]
    ]);
    jp2Regex = /\.(jp[2x]|j2[kc])$/i;
    errJp2Save = () => new Error("JP2 output requires libvips with support for OpenJPEG");
    bitdepthFromColourCount = (colours) => 1 << 32 - Math.clz32(Math.ceil(Math.log2(colours)) - 1);
    output_default = (Sharp2) => {
      Object.assign(Sharp2.prototype, {
        // Public
        toFile,
        toBuffer,
        toUint8Array,
        withDensity,
        keepExif,
        withExif,
        withExifMerge,
        keepIccProfile,
        withIccProfile,
        keepGainMap,
        withGainMap,
        keepXmp,
        withXmp,
        keepMetadata,
        withMetadata,
        toFormat,
        jpeg,
        jp2,
        png,
        webp,
        tiff,
        avif,
        heif,
        jxl,
        gif,
        raw,
        tile,
        timeout,
        // Private
        _updateFormatOut,
        _setBooleanOption,
        _read,
        _pipeline
      });
    };
  }
});

// node_modules/sharp/dist/utility.mjs
import events from "node:events";
import { createRequire as createRequire4 } from "node:module";
import { availableParallelism } from "node:os";
function cache(options) {
  if (is_default.bool(options)) {
    if (options) {
      return sharp_default.cache(50, 20, 100);
    } else {
      return sharp_default.cache(0, 0, 0);
    }
  } else if (is_default.object(options)) {
    for (const property of ["memory", "files", "items"]) {
      const value = options[property];
      if (is_default.defined(value) && !(is_default.integer(value) && value >= 0)) {
        throw is_default.invalidParameterError(property, "a positive integer", value);
      }
    }
    return sharp_default.cache(options.memory, options.files, options.items);
  } else {
    return sharp_default.cache();
  }
}
function concurrency(concurrency2) {
  return sharp_default.concurrency(is_default.integer(concurrency2) ? concurrency2 : null);
}
function counters() {
  return sharp_default.counters();
}
function simd(simd2) {
  return sharp_default.simd(is_default.bool(simd2) ? simd2 : null);
}
function block(options) {
  if (is_default.object(options)) {
    if (Array.isArray(options.operation) && options.operation.every(is_default.string)) {
      sharp_default.block(options.operation, true);
    } else {
      throw is_default.invalidParameterError("operation", "Array<string>", options.operation);
    }
  } else {
    throw is_default.invalidParameterError("options", "object", options);
  }
}
function unblock(options) {
  if (is_default.object(options)) {
    if (Array.isArray(options.operation) && options.operation.every(is_default.string)) {
      sharp_default.block(options.operation, false);
    } else {
      throw is_default.invalidParameterError("operation", "Array<string>", options.operation);
    }
  } else {
    throw is_default.invalidParameterError("options", "object", options);
  }
}
var import_detect_libc3, require3, runtimePlatform2, libvipsVersion, format, interpolators, versions, queue, utility_default;
var init_utility = __esm({
  "node_modules/sharp/dist/utility.mjs"() {
    import_detect_libc3 = __toESM(require_detect_libc(), 1);
    init_is();
    init_libvips();
    init_sharp();
    init_package();
    require3 = createRequire4(import.meta.url);
    runtimePlatform2 = libvips_default.runtimePlatformArch();
    libvipsVersion = sharp_default.libvipsVersion();
    format = sharp_default.format();
    format.heif.output.alias = ["avif", "heic"];
    format.jpeg.output.alias = ["jpe", "jpg"];
    format.tiff.output.alias = ["tif"];
    format.jp2.output.alias = ["j2c", "j2k", "jp2", "jpx"];
    interpolators = {
      /** [Nearest neighbour interpolation](http://en.wikipedia.org/wiki/Nearest-neighbor_interpolation). Suitable for image enlargement only. */
      nearest: "nearest",
      /** [Bilinear interpolation](http://en.wikipedia.org/wiki/Bilinear_interpolation). Faster than bicubic but with less smooth results. */
      bilinear: "bilinear",
      /** [Bicubic interpolation](http://en.wikipedia.org/wiki/Bicubic_interpolation) (the default). */
      bicubic: "bicubic",
      /** [LBB interpolation](https://github.com/libvips/libvips/blob/master/libvips/resample/lbb.cpp#L100). Prevents some "[acutance](http://en.wikipedia.org/wiki/Acutance)" but typically reduces performance by a factor of 2. */
      locallyBoundedBicubic: "lbb",
      /** [Nohalo interpolation](http://eprints.soton.ac.uk/268086/). Prevents acutance but typically reduces performance by a factor of 3. */
      nohalo: "nohalo",
      /** [VSQBS interpolation](https://github.com/libvips/libvips/blob/master/libvips/resample/vsqbs.cpp#L48). Prevents "staircasing" when enlarging. */
      vertexSplitQuadraticBasisSpline: "vsqbs"
    };
    versions = {
      vips: libvipsVersion.semver
    };
    if (!libvipsVersion.isGlobal) {
      if (!libvipsVersion.isWasm) {
        try {
          versions = require3(`@img/sharp-${runtimePlatform2}/versions`);
        } catch (_) {
          try {
            versions = require3(`@img/sharp-libvips-${runtimePlatform2}/versions`);
          } catch (_2) {
          }
        }
      } else {
        try {
          versions = require3("@img/sharp-wasm32/versions");
        } catch (_) {
        }
      }
    }
    versions.sharp = package_default.version;
    if (versions.heif && format.heif) {
      format.heif.input.fileSuffix = [".avif"];
      format.heif.output.alias = ["avif"];
    }
    cache(true);
    if (!process.env.MALLOC_ARENA_MAX && import_detect_libc3.default.familySync() === import_detect_libc3.default.GLIBC && !sharp_default._isUsingJemalloc()) {
      sharp_default.concurrency(1);
    } else if (import_detect_libc3.default.familySync() === import_detect_libc3.default.MUSL && sharp_default.concurrency() === 1024) {
      sharp_default.concurrency(availableParallelism());
    }
    queue = new events.EventEmitter();
    utility_default = (Sharp2) => {
      Sharp2.cache = cache;
      Sharp2.concurrency = concurrency;
      Sharp2.counters = counters;
      Sharp2.simd = simd;
      Sharp2.format = format;
      Sharp2.interpolators = interpolators;
      Sharp2.versions = versions;
      Sharp2.queue = queue;
      Sharp2.block = block;
      Sharp2.unblock = unblock;
    };
  }
});

// node_modules/sharp/dist/index.mjs
var dist_exports = {};
__export(dist_exports, {
  default: () => dist_default
});
var dist_default;
var init_dist = __esm({
  "node_modules/sharp/dist/index.mjs"() {
    init_constructor();
    init_input();
    init_resize();
    init_composite();
    init_operation();
    init_colour();
    init_channel();
    init_output();
    init_utility();
    input_default(constructor_default);
    resize_default(constructor_default);
    composite_default(constructor_default);
    operation_default(constructor_default);
    colour_default(constructor_default);
    channel_default(constructor_default);
    output_default(constructor_default);
    utility_default(constructor_default);
    dist_default = constructor_default;
  }
});

// src/media/read-image.ts
var read_image_exports = {};
__export(read_image_exports, {
  readImage: () => readImage
});
async function readImage(bytes) {
  const format2 = sniff(bytes);
  if (format2 !== "png" && format2 !== "jpeg" && format2 !== "webp" && format2 !== "gif") return void 0;
  const { default: sharp2 } = await Promise.resolve().then(() => (init_dist(), dist_exports));
  try {
    const { width, height, hasAlpha } = await sharp2(bytes, { limitInputPixels: false }).metadata();
    return { format: format2, width, height, hasAlpha };
  } catch {
    return void 0;
  }
}
var init_read_image = __esm({
  "src/media/read-image.ts"() {
    "use strict";
    init_sniff();
  }
});

// src/sse/utf8.ts
function sequence(lead) {
  if (lead < 194 || lead > 244) return void 0;
  if (lead < 224) return { following: 1, low: 128, high: 191 };
  if (lead < 240) return { following: 2, low: lead === 224 ? 160 : 128, high: lead === 237 ? 159 : 191 };
  return { following: 3, low: lead === 240 ? 144 : 128, high: lead === 244 ? 143 : 191 };
}
function firstInvalidByte(bytes) {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at];
    if (lead < 128) continue;
    const found = sequence(lead);
    if (found === void 0) return at;
    for (let next = 1; next <= found.following; next++) {
      const byte = bytes[at + next] ?? 0;
      const [low, high] = next === 1 ? [found.low, found.high] : [128, 191];
      if (byte < low || byte > high) return at;
    }
    at += found.following;
  }
  return -1;
}

// src/sse/decode.ts
var EventTooLargeError = class extends Error {
  name = "EventTooLargeError";
  /** Where the event begins, and the events that the same bytes completed before it. */
  offset;
  events;
  constructor(limit, offset, events2) {
    super(`The server-sent event at byte ${offset} is larger than ${limit} bytes (maxEventBytes)`);
    this.offset = offset;
    this.events = events2;
  }
};
var [LF, CR] = [10, 13];
var BOM = [239, 187, 191];
var DEFAULT_MAX = 16 * 1024 * 1024;
var NOTE_LENGTH = 200;
var SMALL = 1024;
var open = (offset) => ({ offset, bytes: 0, data: [], event: "" });
var fieldsOf = ({ event, data, id, retry }) => ({
  data: data.join("\n"),
  ...event === "" ? {} : { event },
  ...id === void 0 ? {} : { id },
  ...retry === void 0 ? {} : { retry }
});
function createDecoder({ maxEventBytes = DEFAULT_MAX, onNote } = {}) {
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  let block2;
  let pending = new Uint8Array(SMALL);
  let pendingLength = 0;
  let lineOffset = 0;
  let isAfterCr = false;
  let index = 0;
  let lastEventId = "";
  let failure;
  const note = (kind, offset, text) => onNote?.({ kind, offset, text: text.slice(0, NOTE_LENGTH) });
  function checkSize(lineLength, events2) {
    if ((block2?.bytes ?? 0) + lineLength <= maxEventBytes) return;
    pending = new Uint8Array(0);
    failure = new EventTooLargeError(maxEventBytes, block2?.offset ?? lineOffset, events2);
    block2 = void 0;
    throw failure;
  }
  function keep2(part2) {
    const length = pendingLength + part2.length;
    if (length > pending.length) {
      const larger = new Uint8Array(Math.max(length, pending.length * 2));
      larger.set(pending.subarray(0, pendingLength));
      pending = larger;
    }
    pending.set(part2, pendingLength);
    pendingLength = length;
  }
  function complete2(part2) {
    if (pendingLength === 0) return part2;
    keep2(part2);
    const line = pending.subarray(0, pendingLength);
    if (pending.length > SMALL) pending = new Uint8Array(SMALL);
    pendingLength = 0;
    return line;
  }
  function readField(name, value, offset, length) {
    block2 ??= open(offset);
    if (name === "data") {
      block2.data.push(value);
      block2.bytes += length + 1;
    } else if (name === "event") block2.event = value;
    else if (name === "id") {
      if (value.includes("\0")) note("bad-id", offset, value);
      else {
        block2.id = value;
        lastEventId = value;
      }
    } else if (name === "retry") {
      if (/^[0-9]+$/.test(value)) block2.retry = Math.min(Number(value), Number.MAX_SAFE_INTEGER);
      else note("bad-retry", offset, value);
    } else note("unknown-field", offset, name);
  }
  function readLine(line) {
    const hasBom = lineOffset === 0 && BOM.every((byte, at) => line[at] === byte);
    const offset = hasBom ? BOM.length : lineOffset;
    const bytes = hasBom ? line.subarray(BOM.length) : line;
    const text = utf8.decode(bytes);
    if (text === "") return;
    if (onNote !== void 0 && text.includes("\uFFFD")) {
      const at = firstInvalidByte(bytes);
      if (at >= 0) note("invalid-utf8", offset + at, text);
    }
    if (text.startsWith("\uFEFF")) note("bom", offset, text);
    const colon = text.indexOf(":");
    if (colon === 0) note("comment", offset, text.slice(1));
    else if (colon < 0) readField(text, "", offset, bytes.length);
    else readField(text.slice(0, colon), text.slice(colon + (text[colon + 1] === " " ? 2 : 1)), offset, bytes.length);
  }
  function dispatch(events2) {
    if (block2 === void 0) return;
    const { offset, data, event } = block2;
    if (data.length > 0) events2.push({ ...fieldsOf(block2), index: index++, offset, lastEventId });
    else if (event !== "") note("forgotten-name", offset, event);
    block2 = void 0;
  }
  function push(bytes) {
    if (failure !== void 0) throw failure;
    const events2 = [];
    let start = 0;
    const skipLf = () => {
      if (!isAfterCr || start >= bytes.length) return;
      isAfterCr = false;
      if (bytes[start] !== LF) return;
      start++;
      lineOffset++;
    };
    let [lf, cr] = [-1, -1];
    const next = (byte) => {
      const at = bytes.indexOf(byte, start);
      return at < 0 ? bytes.length : at;
    };
    for (skipLf(); start < bytes.length; skipLf()) {
      if (lf < start) lf = next(LF);
      if (cr < start) cr = next(CR);
      const end2 = Math.min(lf, cr);
      const length = pendingLength + end2 - start;
      checkSize(length, events2);
      if (end2 === bytes.length) {
        keep2(bytes.subarray(start));
        break;
      }
      const line = complete2(bytes.subarray(start, end2));
      if (line.length === 0) dispatch(events2);
      else readLine(line);
      isAfterCr = end2 === cr;
      lineOffset += length + 1;
      start = end2 + 1;
    }
    return events2;
  }
  function end() {
    if (failure !== void 0 || pendingLength === 0 && block2 === void 0) return {};
    if (pendingLength > 0) readLine(complete2(new Uint8Array(0)));
    if (block2 === void 0) return {};
    const unterminated = { ...fieldsOf(block2), offset: block2.offset };
    block2 = void 0;
    note("unterminated", unterminated.offset, unterminated.data);
    return { unterminated };
  }
  return { push, end };
}

// src/exchange/stream-reply.ts
function streamReply({ status, headers, bytes }) {
  const pieces = bytes instanceof Uint8Array ? [bytes] : bytes;
  const notes = [];
  const decoder = createDecoder({ maxEventBytes: Number.POSITIVE_INFINITY, onNote: (note) => notes.push(note) });
  const events2 = [];
  for (const piece of pieces) for (const event of decoder.push(piece)) events2.push(event);
  return { status, headers, body: void 0, events: events2, stream: { notes, ...decoder.end(), bytes: joined(pieces) } };
}
function joined(pieces) {
  if (pieces.length === 1) return pieces[0];
  const whole = new Uint8Array(pieces.reduce((sum2, { length }) => sum2 + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

// ../../w2streams/judge.ts
import { readFileSync as readFileSync2, readdirSync } from "node:fs";
import { join as join2 } from "node:path";

// src/contract/own-contract.ts
import { readFileSync } from "node:fs";
import { createRequire as createRequire2 } from "node:module";
import { fileURLToPath } from "node:url";

// src/contract/compile.ts
init_check_keys();

// src/contract/explain.ts
init_json_pointer();

// src/contract/resolve.ts
var PREFIX = "#/components/schemas/";
var refName = (ref) => ref.startsWith(PREFIX) ? ref.slice(PREFIX.length) : void 0;
function resolve(schema, schemas) {
  let current = schema;
  for (let step = 0; step < 32; step++) {
    if (typeof current === "boolean" || current.$ref === void 0) return current;
    const name = refName(current.$ref);
    const target = (name === void 0 ? void 0 : schemas[name]) ?? true;
    const { $ref: _, ...beside } = current;
    const isPlain = !Object.keys(beside).some((keyword) => !ANNOTATIONS.has(keyword));
    if (!isPlain) return { ...beside, allOf: [target, ...beside.allOf ?? []] };
    current = target;
  }
  return true;
}
var ANNOTATIONS = /* @__PURE__ */ new Set(["title", "description", "deprecated", "default", "examples", "readOnly", "writeOnly"]);

// src/lib/nearest.ts
function distance(a, b) {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array(b.length).fill(0)]);
  const at = (i, j) => rows[i]?.[j] ?? 0;
  for (let j = 1; j <= b.length; j++) rows[0][j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same2 = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same2);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      rows[i][j] = best;
    }
  }
  return at(a.length, b.length);
}
function nearest(text, names) {
  if (text.length > 200) return void 0;
  let best;
  for (const name of names) {
    const score = distance(text.toLowerCase(), name.toLowerCase());
    if (score <= Math.max(1, Math.floor(name.length / 3)) && (best === void 0 || score < best.score))
      best = { name, score };
  }
  return best?.name;
}

// src/contract/formats.ts
import { createRequire } from "node:module";
var formats;
function table() {
  formats ??= createRequire(import.meta.url)("ajv-formats/dist/formats").fullFormats;
  return formats;
}
function hasFormat(format2, value) {
  const known6 = table()[format2];
  if (known6 === void 0 || typeof known6 === "boolean") return true;
  const isTable = typeof known6 === "object" && "validate" in known6;
  const kind = isTable && known6.type === "number" ? "number" : "string";
  if (typeof value !== kind) return true;
  const test = isTable ? known6.validate : known6;
  return test instanceof RegExp ? test.test(value) : test(value);
}

// src/contract/rules.ts
var rule = (keyword, code, check) => ({
  keyword,
  code,
  check
});
var typeOf = (value) => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
};
var isOfType = (value, type) => {
  const actual = typeOf(value);
  return actual === type || type === "number" && actual === "integer";
};
var NOUNS = {
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  object: "an object",
  array: "an array",
  null: "null"
};
var nounsOf = (types) => or(types.map((type) => NOUNS[type]));
var or = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
function quote(value) {
  if (typeof value === "object" && value !== null) return NOUNS[typeOf(value)];
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 56)}\u2026"` : text;
}
var but = (text, value) => `${text}, but ${quote(value)} was sent`;
var same = (a, b) => a === b || typeof a === "object" && JSON.stringify(a) === JSON.stringify(b);
var plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : noun.endsWith("y") ? "" : "s"}`;
var numeric = (keyword, keeps, words) => rule(
  keyword,
  "out-of-range",
  (value, limit) => typeof value === "number" && !keeps(value, limit) ? but(`must be ${words} ${limit}`, value) : void 0
);
var sized = (keyword, measure, noun) => rule(keyword, "invalid-length", (value, limit) => {
  const size = measure(value);
  const isLeast = keyword.startsWith("min");
  if (size === void 0 || (isLeast ? size >= limit : size <= limit)) return void 0;
  return `must have ${isLeast ? "at least" : "at most"} ${plural(limit, noun)}, but has ${size}`;
});
var isObject = (value) => typeOf(value) === "object";
var characters = (value) => typeof value === "string" ? [...value].length : void 0;
var entries = (value) => Array.isArray(value) ? value.length : void 0;
var fields = (value) => isObject(value) ? Object.keys(value).length : void 0;
var RULES = [
  rule("type", "invalid-type", (value, type) => {
    const types = [type].flat();
    return types.some((one) => isOfType(value, one)) ? void 0 : but(`must be ${nounsOf(types)}`, value);
  }),
  rule(
    "const",
    "invalid-value",
    (value, wanted) => same(value, wanted) ? void 0 : but(`must be ${quote(wanted)}`, value)
  ),
  rule("enum", "invalid-value", (value, members) => {
    if (members.some((member) => same(member, value))) return void 0;
    const meant = typeof value === "string" ? nearest(
      value,
      members.filter((member) => typeof member === "string")
    ) : void 0;
    return `${but(`must be ${or(members.map(quote))}`, value)}${meant === void 0 ? "" : `; did you mean ${quote(meant)}?`}`;
  }),
  numeric("minimum", (value, limit) => value >= limit, "at least"),
  numeric("maximum", (value, limit) => value <= limit, "at most"),
  numeric("exclusiveMinimum", (value, limit) => value > limit, "greater than"),
  numeric("exclusiveMaximum", (value, limit) => value < limit, "less than"),
  numeric("multipleOf", (value, limit) => Math.abs(value / limit - Math.round(value / limit)) < 1e-9, "a multiple of"),
  sized("minLength", characters, "character"),
  sized("maxLength", characters, "character"),
  sized("minItems", entries, "item"),
  sized("maxItems", entries, "item"),
  sized("minProperties", fields, "field"),
  sized("maxProperties", fields, "field"),
  rule(
    "pattern",
    "invalid-format",
    (value, pattern) => typeof value === "string" && !matches(pattern, value) ? but(`must match the pattern ${pattern}`, value) : void 0
  ),
  rule(
    "format",
    "invalid-format",
    (value, format2) => hasFormat(format2, value) ? void 0 : but(`must be a valid ${format2}`, value)
  ),
  rule(
    "uniqueItems",
    "invalid-value",
    (value, unique) => unique && Array.isArray(value) && new Set(value.map((item) => JSON.stringify(item))).size < value.length ? "must not hold the same item twice" : void 0
  ),
  rule(
    "required",
    "missing",
    (value, names) => isObject(value) ? names.filter((name) => !Object.hasOwn(value, name)).map((at) => ({ at, text: "is missing, and it is required" })) : void 0
  ),
  rule("additionalProperties", "unknown-field", (value, allowed, schema) => {
    if (allowed !== false || !isObject(value)) return void 0;
    const known6 = Object.keys(schema.properties ?? {});
    const patterns = Object.keys(schema.patternProperties ?? {});
    const unknown = Object.keys(value).filter(
      (name) => !known6.includes(name) && !patterns.some((pattern) => matches(pattern, name))
    );
    return unknown.map((at) => {
      const meant = nearest(at, known6);
      return {
        at,
        text: meant === void 0 ? `is not a known field; known are ${or(known6)}` : `is not a known field; did you mean ${meant}?`
      };
    });
  })
];
var matches = (pattern, text) => {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return new RegExp(pattern).test(text);
  }
};

// src/contract/union.ts
function explainUnion({ keyword, schema, value, path: path2, schemas, explain }) {
  const branches = flatten(schema[keyword] ?? [], schemas);
  const typed = branches.filter((branch) => typesOf(branch).some((type) => isOfType(value, type)));
  if (typed.length === 0) {
    const types = [...new Set(branches.flatMap(typesOf))];
    return [{ path: path2, keyword, code: "invalid-type", text: `must be ${nounsOf(types)}, but ${quote(value)} was sent` }];
  }
  const byTag = tagged(typed, value, schemas, schema.discriminator?.propertyName);
  if (byTag !== void 0 && byTag.branches.length === 0) return [wrongTag(byTag, value, path2, keyword)];
  const candidates = (byTag?.branches ?? typed).map((branch) => explain(branch, value, path2));
  const fits2 = candidates.filter((findings) => findings.length === 0).length;
  if (fits2 > 1 && keyword === "oneOf") {
    return [{ path: path2, keyword, code: "no-matching-variant", text: "fits more than one of the allowed forms" }];
  }
  if (fits2 > 0) return [];
  const depth = (findings) => Math.max(...findings.map((finding) => finding.path.length));
  const best = candidates.reduce(
    (a, b) => b.length < a.length || b.length === a.length && depth(b) > depth(a) ? b : a
  );
  return best;
}
function flatten(branches, schemas, level = 0) {
  return branches.flatMap((branch) => {
    const schema = resolve(branch, schemas);
    if (typeof schema === "boolean" || level > 4) return [schema];
    const inner = schema.anyOf ?? schema.oneOf;
    const isOnlyUnion = inner !== void 0 && schema.properties === void 0 && schema.allOf === void 0 && schema.type === void 0;
    return isOnlyUnion ? flatten(inner, schemas, level + 1) : [schema];
  });
}
var ALL = ["string", "number", "boolean", "object", "array", "null"];
function typesOf(schema) {
  if (typeof schema === "boolean") return schema ? ALL : [];
  if (schema.type !== void 0) return [schema.type].flat();
  const members = schema.enum ?? (schema.const === void 0 ? void 0 : [schema.const]);
  return members === void 0 ? ALL : [...new Set(members.map(typeOf))];
}
function tagged(branches, value, schemas, hint) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
  const objects = branches.filter((branch) => typeof branch === "object");
  const constants = (branch, name, level = 0) => {
    const own = branch.properties?.[name];
    const property = own === void 0 ? void 0 : resolve(own, schemas);
    if (typeof property === "object" && (property.const !== void 0 || property.enum))
      return property.enum ?? [property.const];
    if (level > 4) return void 0;
    for (const part2 of branch.allOf ?? []) {
      const inner = resolve(part2, schemas);
      const found = typeof inner === "object" ? constants(inner, name, level + 1) : void 0;
      if (found) return found;
    }
    return void 0;
  };
  for (const tag of hint === void 0 ? ["type", "role", "object"] : [hint, "type", "role"]) {
    const known6 = objects.map((branch) => constants(branch, tag));
    if (objects.length < 2 || known6.some((list) => list === void 0)) continue;
    if (!Object.hasOwn(value, tag)) continue;
    const sent = value[tag];
    return {
      tag,
      branches: objects.filter((_, index) => known6[index]?.includes(sent)),
      known: [...new Set(known6.flat())]
    };
  }
  return void 0;
}
function wrongTag({ tag, known: known6 }, value, path2, keyword) {
  const sent = value[tag];
  const meant = typeof sent === "string" ? nearest(
    sent,
    known6.filter((one) => typeof one === "string")
  ) : void 0;
  const list = known6.map(quote).join(", ");
  const text = `must be one of ${list}, but ${quote(sent)} was sent${meant === void 0 ? "" : `; did you mean ${quote(meant)}?`}`;
  return { path: [...path2, tag], keyword, code: "invalid-value", text };
}

// src/contract/explain.ts
var MOST_FINDINGS = 20;
function createExplain(schemas) {
  const accepts = (schema, value) => explain(schema, value, []).length === 0;
  const explain = (given, value, path2) => {
    const schema = resolve(given, schemas);
    if (schema === true) return [];
    if (schema === false) return [{ path: path2, keyword: "false", code: "unknown-field", text: "is not allowed here" }];
    const findings = ownFindings(schema, value, path2);
    if (findings.some(({ keyword }) => keyword === "type")) return findings;
    for (const branch of schema.allOf ?? []) findings.push(...explain(branch, value, path2));
    for (const keyword of ["anyOf", "oneOf"]) {
      if (schema[keyword]) findings.push(...explainUnion({ keyword, schema, value, path: path2, schemas, explain }));
    }
    if (schema.not !== void 0 && accepts(schema.not, value)) {
      findings.push({ path: path2, keyword: "not", code: "invalid-value", text: "has a form that is not allowed here" });
    }
    if (schema.if !== void 0) {
      const branch = accepts(schema.if, value) ? schema.then : schema.else;
      if (branch !== void 0) findings.push(...explain(branch, value, path2));
    }
    if (Array.isArray(value)) findings.push(...inArray(schema, value, path2, explain));
    else if (typeof value === "object" && value !== null) findings.push(...inObject(schema, value, path2, explain));
    return dedupe(findings).slice(0, MOST_FINDINGS);
  };
  return explain;
}
var ownFindings = (schema, value, path2) => RULES.flatMap(({ keyword, code, check }) => {
  const limit = schema[keyword];
  if (limit === void 0) return [];
  const found = check(value, limit, schema);
  if (found === void 0) return [];
  return [found].flat().map(
    (entry) => typeof entry === "string" ? { path: path2, keyword, code, text: entry } : { path: [...path2, entry.at], keyword, code, text: entry.text }
  );
});
function inArray(schema, value, path2, explain) {
  const findings = [];
  for (let index = 0; index < value.length && findings.length < MOST_FINDINGS; index++) {
    const item = schema.prefixItems?.[index] ?? schema.items;
    if (item !== void 0) findings.push(...explain(item, value[index], [...path2, index]));
  }
  return findings;
}
function inObject(schema, value, path2, explain) {
  const findings = [];
  for (const [name, item] of Object.entries(value)) {
    if (findings.length >= MOST_FINDINGS) break;
    const named = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : void 0;
    const patterns = Object.entries(schema.patternProperties ?? {}).filter(
      ([pattern]) => new RegExp(pattern, "u").test(name)
    );
    if (named !== void 0) findings.push(...explain(named, item, [...path2, name]));
    for (const [, pattern] of patterns) findings.push(...explain(pattern, item, [...path2, name]));
    const rest = schema.additionalProperties;
    if (named === void 0 && patterns.length === 0 && rest !== void 0 && rest !== false) {
      findings.push(...explain(rest, item, [...path2, name]));
    }
    if (schema.propertyNames !== void 0) {
      findings.push(
        ...explain(schema.propertyNames, name, [...path2, name]).map((finding) => ({
          ...finding,
          keyword: "propertyNames"
        }))
      );
    }
  }
  for (const [name, branch] of Object.entries(schema.dependentSchemas ?? {})) {
    if (Object.hasOwn(value, name)) findings.push(...explain(branch, value, path2));
  }
  return findings;
}
function dedupe(findings) {
  const seen = new Map(findings.map((finding) => [`${toPointer(finding.path)} ${finding.keyword}`, finding]));
  return [...seen.values()];
}
function toViolation({ path: path2, keyword, code, text }, place) {
  const pointer = toPointer(path2);
  const subject = pointer === "" ? WHOLE[place] : toParam(pointer);
  return { code, in: place, pointer, keyword, message: `${subject} ${text}${text.endsWith("?") ? "" : "."}` };
}
var WHOLE = {
  path: "The path",
  query: "The query",
  header: "The header",
  cookie: "The cookie",
  body: "The body",
  reply: "The reply",
  event: "The event"
};

// src/contract/compile.ts
var FITS = Object.freeze([]);
function compile(outline, validators) {
  const explain = createExplain(outline.schemas);
  const checkOf = (schema, key, place) => {
    const validate = validators.get(keyOf(schema, key));
    if (validate === void 0) throw new Error(`no validator was compiled for ${key}`);
    return (value) => {
      if (validate(value)) return FITS;
      const findings = explain(schema, value, []);
      const violations = findings.map((finding) => toViolation(finding, place));
      return violations.length > 0 ? violations : [unexplained(place)];
    };
  };
  const content = (entry, key, place) => ({
    mediaType: entry.mediaType,
    schema: entry.schema,
    examples: entry.examples,
    check: checkOf(entry.schema, key, place)
  });
  const reply = (operation, { status, headers, content: entries2 }) => {
    const contents = entries2.map((entry) => {
      const key = replyKey(operation, status, entry.mediaType);
      const face = content(entry, key, entry.stream ? "event" : "reply");
      return entry.stream ? { ...face, ...entry.stream } : face;
    });
    return {
      status,
      headers: headers.map((header) => ({
        name: header.name,
        required: header.required,
        check: checkOf(header.schema, headerKey(operation, status, header.name), "header")
      })),
      content: contents,
      stream: contents.find((face) => face.mediaType === "text/event-stream")
    };
  };
  const operations = outline.operations.map(
    (operation) => ({
      id: operation.id,
      api: operation.api,
      profile: operation.profile,
      laws: operation.laws,
      method: operation.method,
      path: operation.path,
      security: operation.security,
      parameters: operation.parameters.map((parameter) => ({
        ...parameter,
        check: checkOf(parameter.schema, parameterKey(operation, parameter), parameter.in)
      })),
      body: operation.body && {
        required: operation.body.required,
        content: operation.body.content.map((entry) => content(entry, bodyKey(operation, entry.mediaType), "body"))
      },
      replies: operation.replies.map((entry) => reply(operation, entry))
    })
  );
  const { title, version: version2, basePath, sequences, schemas } = outline;
  return deepFreeze({ title, version: version2, basePath, operations, sequences, schemas });
}
var unexplained = (place) => ({
  code: "no-matching-variant",
  in: place,
  pointer: "",
  keyword: "schema",
  message: `The ${place} does not fit its schema.`
});
function deepFreeze(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
  return value;
}

// src/contract/own-contract.ts
var generated = new URL("../../generated/", import.meta.url);
var contract;
function ownContract() {
  if (contract === void 0) {
    const outline = JSON.parse(readFileSync(new URL("contract.json", generated), "utf8"));
    const { validators } = createRequire2(import.meta.url)(fileURLToPath(new URL("validators.cjs", generated)));
    contract = compile(outline, validators);
  }
  return contract;
}

// src/contract/operation.ts
function successOf(operation) {
  return operation.replies.find(({ status }) => /^2\d\d$/.test(status)) ?? operation.replies.find(({ status }) => status === "2XX" || status === "default");
}

// src/laws/law.ts
var PROFILES = ["openai", "orq", "sudo", "open-responses"];
var KEPT = Object.freeze([]);
var NOT_JUDGED = "not-judged";
var severity = (usual, others = {}) => ({
  openai: usual,
  orq: usual,
  sudo: usual,
  "open-responses": usual,
  ...others
});

// src/lib/depth.ts
var MOST_LEVELS = 256;
function isDeeper(value, levels = MOST_LEVELS) {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const item of Array.isArray(value) ? value : Object.values(value)) if (isDeeper(item, levels - 1)) return true;
  return false;
}

// src/laws/facts.ts
var isFacts = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
var NOTHING = Object.freeze({});
var NO_LIST = Object.freeze([]);
var factsOf = (value) => isFacts(value) ? value : NOTHING;
var listOf = (value) => Array.isArray(value) ? value : NO_LIST;
function countInputs(field) {
  if (typeof field === "string") return 1;
  if (!Array.isArray(field) || field.length === 0) return void 0;
  return typeof field[0] === "number" ? 1 : field.length;
}
function countOf(field) {
  if (field === void 0 || field === null) return 1;
  const count = typeof field === "string" && field !== "" ? Number(field) : field;
  return typeof count === "number" && Number.isInteger(count) && count >= 0 ? count : void 0;
}
var hasKeptPrompt = (request) => isFacts(request.prompt) || isFacts(factsOf(request.orq).prompt);
var MOST_SHOWN = 80;
function shown(value) {
  if (value === void 0) return "nothing";
  let text;
  try {
    text = JSON.stringify(typeof value === "string" ? value.slice(0, MOST_SHOWN) : value);
  } catch {
    return "a value too deep to show";
  }
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}\u2026` : text;
}
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// src/laws/payloads.ts
var SENTINEL = "[DONE]";
var known = /* @__PURE__ */ new WeakMap();
function carriedBy(events2) {
  let carried = known.get(events2);
  if (carried === void 0) {
    carried = events2.map(read);
    known.set(events2, carried);
  }
  return carried;
}
var DONE = Object.freeze({ kind: "sentinel" });
function read({ data, payload }) {
  if (payload !== void 0) return { kind: "payload", value: payload };
  if (data === SENTINEL) return DONE;
  try {
    return { kind: "payload", value: JSON.parse(data) };
  } catch {
    return { kind: "unreadable", isNearly: typeof data === "string" && data.trim().toUpperCase() === SENTINEL };
  }
}

// src/laws/chat-reading.ts
var known2 = /* @__PURE__ */ new WeakMap();
function chatReading({ reply: { events: events2 } }) {
  if (events2 === void 0) return void 0;
  let reading = known2.get(events2);
  if (reading === void 0) {
    reading = readChat(events2);
    known2.set(events2, reading);
  }
  return reading;
}
function readChat(events2) {
  const chunks = [];
  const choices = /* @__PURE__ */ new Map();
  const unreadable = [];
  let error;
  let isWhole2 = false;
  for (const [at, carried] of carriedBy(events2).entries()) {
    if (carried.kind === "sentinel") isWhole2 = true;
    else if (carried.kind === "unreadable") {
      if (!carried.isNearly) unreadable.push(at);
    } else if (isFacts(carried.value) && Array.isArray(carried.value.choices)) {
      const payload = carried.value;
      chunks.push({ at, payload, choices: listOf(payload.choices) });
      for (const choice of listOf(payload.choices)) readChoice(choices, factsOf(choice), payload, at);
    } else if (at === 0 && isFacts(carried.value) && carried.value.error) error = carried.value;
    else unreadable.push(at);
  }
  return { chunks, choices, unreadable, error, isWhole: isWhole2 };
}
function readChoice(choices, choice, payload, at) {
  const { index, finish_reason: reason } = choice;
  if (typeof index !== "number") return;
  let track = choices.get(index);
  if (track === void 0) {
    track = { index, roleAt: void 0, contentAt: void 0, ends: [], afterEnd: void 0, calls: /* @__PURE__ */ new Map() };
    choices.set(index, track);
  }
  const delta = factsOf(choice.delta);
  const hasContent = isTelling(delta);
  if (typeof delta.role === "string" && delta.role !== "") track.roleAt ??= at;
  if (hasContent) {
    track.contentAt ??= at;
    if (track.ends.length > 0) track.afterEnd ??= at;
    for (const fragment of listOf(delta.tool_calls)) readFragment(track.calls, factsOf(fragment), at);
  }
  if (typeof reason === "string" && reason !== "") {
    const isRepeated = !hasContent && isFacts(payload.usage) && track.ends[0]?.reason === reason;
    track.ends.push({ at, reason, hasContent: isText(delta.content), isRepeated });
  }
}
var isText = (value) => typeof value === "string" && value !== "";
var isTelling = ({ content, refusal, tool_calls, function_call, audio }) => isText(content) || listOf(content).length > 0 || isText(refusal) || listOf(tool_calls).length > 0 || isFacts(function_call) || isFacts(audio);
function readFragment(calls, fragment, at) {
  const { index, function: called } = fragment;
  const more = factsOf(called).arguments ?? "";
  const text = typeof more === "string" ? more : void 0;
  const call = calls.get(index);
  if (call === void 0) calls.set(index, { at, first: fragment, arguments: text });
  else if (text === void 0) call.arguments = void 0;
  else if (call.arguments !== void 0) call.arguments += text;
}

// src/laws/is-same.ts
function isSame(one, other) {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((member, at) => isSame(member, other[at]));
  }
  if (!isFacts(one) || !isFacts(other) || Array.isArray(other)) return isAbsent(one) && isAbsent(other);
  for (const name in one) if (!isSame(one[name], ownMember(other, name))) return false;
  for (const name in other) if (!Object.hasOwn(one, name) && !isAbsent(other[name])) return false;
  return true;
}
var isAbsent = (value) => value === null || value === void 0;
var ownMember = (facts, name) => Object.hasOwn(facts, name) ? facts[name] : void 0;

// src/laws/payload-schema.ts
function findMisfit(payloads, context) {
  const check = successOf(context.operation)?.stream?.check;
  if (check === void 0 || context.isChecked || !context.isBound) return void 0;
  for (const { at, payload } of payloads) {
    const [violation] = check(payload);
    if (violation === void 0) continue;
    return { eventIndex: at, message: `The payload must fit its schema. ${sentence(violation)}` };
  }
  return void 0;
}
var sentence = ({ pointer, message }) => `At ${pointer === "" ? "its root" : pointer}: ${message.replace(/\.?$/, ".")}`;

// src/sse/collect/fields.ts
var isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var indexOr = (value, otherwise) => typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : otherwise;
var join = (before, after) => (typeof before === "string" ? before : "") + (typeof after === "string" ? after : "");
function grow(before, more) {
  if (!Array.isArray(before)) return [...more];
  for (const value of more) before.push(value);
  return before;
}
var isPlainName = (name) => name !== "__proto__";
var isBlank = (value) => value === void 0 || value === null || value === "" || value === 0;
var NAMES = /* @__PURE__ */ new Set(["id", "object", "created", "model"]);
function foldMembers(known6, payload, apart) {
  for (const name in payload) {
    if (apart.has(name) || !isPlainName(name)) continue;
    const value = payload[name];
    if (isBlank(known6[name])) {
      if (!(name in known6) || !isBlank(value)) known6[name] = value;
    } else if (!NAMES.has(name) && !isBlank(value)) known6[name] = replace(known6[name], value);
  }
}
var replace = (before, after) => isFields(before) && isFields(after) ? { ...before, ...after } : after;
var inOrder = (byIndex) => [...byIndex].sort(([a], [b]) => a - b).map(([, value]) => value);

// src/sse/collect/pieces.ts
var TEXTS = /* @__PURE__ */ new Set(["text", "summary", "thinking", "reasoning", "content"]);
function growPieces(before, more) {
  const list = Array.isArray(before) ? before : [];
  for (const piece of more) {
    const index = isFields(piece) ? indexOr(piece.index, -1) : -1;
    const known6 = index < 0 ? void 0 : [list[index], list.at(-1)].find((entry) => isSameEntry(entry, piece));
    if (known6 === void 0) list.push(copyOf(piece));
    else goOn(known6, piece);
  }
  return list;
}
var isSameEntry = (one, other) => isFields(one) && isFields(other) && one.index === other.index && one.type === other.type;
function growContent(before, more) {
  if (typeof more === "string" && !Array.isArray(before)) return join(before, more);
  const list = Array.isArray(before) ? before : partsOf(before);
  for (const part2 of typeof more === "string" ? partsOf(more) : more) {
    const last = list.at(-1);
    if (isFields(last) && isFields(part2) && last.type === part2.type && RUNNING.has(part2.type)) goOn(last, part2);
    else list.push(copyOf(part2));
  }
  return list;
}
var RUNNING = /* @__PURE__ */ new Set(["text", "thinking"]);
var partsOf = (text) => typeof text === "string" && text !== "" ? [{ type: "text", text }] : [];
function copyOf(piece) {
  if (!isFields(piece)) return piece;
  const copy = { ...piece };
  for (const name of TEXTS) if (Array.isArray(copy[name])) copy[name] = growContent([], copy[name]);
  return copy;
}
function goOn(entry, piece) {
  for (const name in piece) {
    const value = piece[name];
    if (value === null || value === void 0 || !isPlainName(name)) continue;
    if (!TEXTS.has(name)) entry[name] = replace(entry[name], value);
    else if (typeof value === "string" || Array.isArray(value)) entry[name] = growContent(entry[name], value);
    else entry[name] = value;
  }
}

// src/sse/collect/chat.ts
function collectChat(payloads) {
  const collector = createChatCollector();
  for (const payload of payloads) collector.add(payload);
  return collector.reply();
}
var APART = /* @__PURE__ */ new Set(["object", "choices", "usage", "obfuscation"]);
function createChatCollector() {
  const base = {};
  const tellings = /* @__PURE__ */ new Map();
  let usage;
  function add(payload) {
    if (!isFields(payload)) return;
    foldMembers(base, payload, APART);
    if (payload.usage) usage = payload.usage;
    if (!Array.isArray(payload.choices)) return;
    for (const [position2, part2] of payload.choices.entries()) {
      if (!isFields(part2)) continue;
      const index = indexOr(part2.index, position2);
      let telling = tellings.get(index);
      if (telling === void 0) {
        telling = begin(index);
        tellings.set(index, telling);
      }
      foldChoice(telling, part2);
    }
  }
  function reply() {
    const choices = inOrder(tellings).map(({ choice, calls }) => {
      if (calls.size > 0) choice.message.tool_calls = inOrder(calls);
      return choice;
    });
    return { ...base, object: "chat.completion", choices, ...usage === void 0 ? {} : { usage } };
  }
  return { add, reply };
}
var begin = (index) => ({
  choice: {
    index,
    message: { role: "assistant", content: null, refusal: null },
    logprobs: null,
    finish_reason: null
  },
  calls: /* @__PURE__ */ new Map()
});
var APART_FROM_DELTA = /* @__PURE__ */ new Set(["index", "message"]);
function foldChoice({ choice, calls }, part2) {
  for (const name in part2) {
    const value = part2[name];
    if (value === null || value === void 0 || value === "") continue;
    if (APART_FROM_DELTA.has(name) || !isPlainName(name)) continue;
    if (name === "delta") {
      if (isFields(value)) foldDelta(choice.message, value, calls);
    } else if (name === "logprobs") {
      if (isFields(value)) choice.logprobs = foldLogprobs(choice.logprobs, value);
    } else if (Array.isArray(value)) choice[name] = growPieces(choice[name], value);
    else choice[name] = replace(choice[name], value);
  }
}
var WHOLE2 = /* @__PURE__ */ new Set(["role", "type", "name", "id"]);
function foldDelta(message, delta, calls) {
  for (const name in delta) {
    const value = delta[name];
    if (value === null || value === void 0 || !isPlainName(name)) continue;
    if (name === "tool_calls" && Array.isArray(value)) {
      message.tool_calls ??= [];
      for (const fragment of value) if (isFields(fragment)) foldCall(calls, fragment);
    } else if (name === "audio" && isFields(value)) message.audio = foldAudio(message.audio, value);
    else if (name === "function_call" && isFields(value)) message[name] = foldFunction(message[name], value);
    else if (WHOLE2.has(name)) {
      if (value !== "") message[name] = value;
    } else if (name === "content" && Array.isArray(value)) message[name] = growContent(message[name], value);
    else if (typeof value === "string") message[name] = growContent(message[name], value);
    else if (Array.isArray(value)) message[name] = growPieces(message[name], value);
    else message[name] = replace(message[name], value);
  }
}
function foldCall(calls, fragment) {
  const { index, function: called, custom, ...named } = fragment;
  const at = indexOr(index, placeOf(calls, fragment));
  const call = { ...calls.get(at), ...known3(named) };
  if (isFields(custom)) call.custom = foldInput(call.custom, custom);
  if (isFields(called) || call.type !== "custom") call.function = foldFunction(call.function, factsOf2(called));
  calls.set(at, call);
}
function placeOf(calls, { id, function: called }) {
  const last = Math.max(calls.size - 1, 0);
  const begins = id ? id !== calls.get(last)?.id : Boolean(factsOf2(called).name);
  return begins ? calls.size : last;
}
var foldFunction = (before, called) => ({
  ...factsOf2(before),
  ...known3(called),
  arguments: join(factsOf2(before).arguments, called.arguments)
});
var foldInput = (before, custom) => ({
  ...factsOf2(before),
  ...known3(custom),
  input: join(factsOf2(before).input, custom.input)
});
var foldAudio = (before, audio) => {
  const heard = factsOf2(before);
  const [data, transcript] = [join(heard.data, audio.data), join(heard.transcript, audio.transcript)];
  return { ...heard, ...known3(audio), data, transcript };
};
var factsOf2 = (value) => isFields(value) ? value : {};
var known3 = (fields2) => Object.fromEntries(
  Object.entries(fields2).filter(([, value]) => value !== null && value !== void 0 && value !== "")
);
function foldLogprobs(before, logprobs) {
  const folded = before ?? { content: null, refusal: null };
  for (const name in logprobs) {
    const value = logprobs[name];
    if (value === null || value === void 0 || !isPlainName(name)) continue;
    folded[name] = Array.isArray(value) ? grow(folded[name], value) : value;
  }
  return folded;
}

// src/sse/collect/completions.ts
var APART2 = /* @__PURE__ */ new Set(["choices", "usage", "obfuscation"]);
function collectCompletion(payloads) {
  const base = {};
  const choices = /* @__PURE__ */ new Map();
  let usage;
  for (const payload of payloads) {
    if (!isFields(payload)) continue;
    foldMembers(base, payload, APART2);
    if (payload.usage) usage = payload.usage;
    if (!Array.isArray(payload.choices)) continue;
    for (const [position2, piece] of payload.choices.entries()) {
      if (!isFields(piece)) continue;
      const index = indexOr(piece.index, position2);
      let choice = choices.get(index);
      if (choice === void 0) {
        choice = { index, text: "" };
        choices.set(index, choice);
      }
      foldPiece(choice, piece);
    }
  }
  return { ...base, choices: inOrder(choices), ...usage === void 0 ? {} : { usage } };
}
function foldPiece(choice, piece) {
  for (const name in piece) {
    const value = piece[name];
    if (name === "index" || !isPlainName(name)) continue;
    if (name === "text") choice.text = join(choice.text, value);
    else if (name === "logprobs" && isFields(value)) choice.logprobs = foldLogprobs2(choice.logprobs, value);
    else if (value === null || value === "") choice[name] ??= value;
    else if (Array.isArray(value)) choice[name] = grow(choice[name], value);
    else choice[name] = replace(choice[name], value);
  }
}
function foldLogprobs2(before, logprobs) {
  const folded = isFields(before) ? before : {};
  for (const name in logprobs) {
    const more = logprobs[name];
    if (isPlainName(name)) folded[name] = Array.isArray(more) ? grow(folded[name], more) : more ?? folded[name];
  }
  return folded;
}

// src/sse/collect/responses.ts
function collectResponse(payloads) {
  const told = { items: /* @__PURE__ */ new Map(), places: /* @__PURE__ */ new Map() };
  let response = {};
  for (const event of payloads) {
    if (!isFields(event)) continue;
    if (isFields(event.response)) response = event.response;
    foldEvent(told, event);
  }
  const output = Array.isArray(response.output) ? response.output.filter(isFields) : [];
  if (response.status === "failed" && Array.isArray(response.output)) return { ...response, output };
  return { ...response, output: putTogether(told, output) };
}
function foldEvent({ items, places }, event) {
  const { type, output_index, item, item_id } = event;
  const index = typeof output_index === "number" ? output_index : places.get(item_id);
  if (index === void 0 || typeof type !== "string") return;
  const known6 = items.get(index);
  if (type === "response.output_item.added" || type === "response.output_item.done" && known6 === void 0) {
    if (!isFields(item)) return;
    items.set(index, copyOf2(item));
    if (typeof item.id === "string") places.set(item.id, index);
  } else if (type === "response.output_item.done") {
    if (isFields(item)) items.set(index, { ...item, ...toldOf(known6, item) });
  } else if (known6 !== void 0 && Object.hasOwn(CHANGES, type)) CHANGES[type]?.(known6, event);
}
function putTogether({ items, places }, output) {
  const whole = new Map(items);
  const others = [];
  for (const [position2, last] of output.entries()) {
    const place = places.get(last.id) ?? (items.get(position2)?.type === last.type ? position2 : -1);
    const item = items.get(place);
    if (item === void 0) others.push(last);
    else whole.set(place, { ...item, ...last, ...toldOf(item, last) });
  }
  return [...inOrder(whole), ...others];
}
var TEXTS2 = ["arguments", "input", "code"];
var PARTS = ["content", "summary"];
function toldOf(told, done) {
  const fields2 = {};
  for (const name of TEXTS2) if (told[name] || name in told && !(name in done)) fields2[name] = told[name];
  for (const name of PARTS) {
    const [parts, finished] = [told[name], done[name]];
    if (Array.isArray(parts) && (parts.length > 0 || finished === void 0))
      fields2[name] = mergeParts(parts, Array.isArray(finished) ? finished : []);
  }
  return fields2;
}
var mergeParts = (parts, finished) => [
  ...parts.map((part2, position2) => {
    const whole = finished[position2];
    if (!isFields(part2) || !isFields(whole)) return part2;
    return { ...whole, ...Object.fromEntries(Object.entries(part2).filter(([, value]) => !isEmpty(value))) };
  }),
  ...finished.slice(parts.length)
];
var isEmpty = (value) => value === "" || value === null || value === void 0 || Array.isArray(value) && value.length === 0;
var GROWING = /* @__PURE__ */ new Set(["content", "summary", "annotations", "logprobs"]);
var copyOf2 = (whole, depth = 2) => Object.fromEntries(
  Object.entries(whole).map(([name, value]) => {
    if (!GROWING.has(name) || !Array.isArray(value)) return [name, value];
    return [name, value.map((part2) => isFields(part2) && depth > 0 ? copyOf2(part2, depth - 1) : part2)];
  })
);
var ofContent = (item, { content_index }) => partOf(item, "content", content_index);
var ofSummary = (item, { summary_index }) => partOf(item, "summary", summary_index);
var ofItem = (item) => item;
var GROWING_TEXTS = [
  ["output_text", ofContent, "text"],
  ["refusal", ofContent, "refusal"],
  ["reasoning_text", ofContent, "text"],
  ["reasoning_summary_text", ofSummary, "text"],
  ["function_call_arguments", ofItem, "arguments"],
  ["mcp_call_arguments", ofItem, "arguments"],
  ["custom_tool_call_input", ofItem, "input"],
  ["code_interpreter_call_code", ofItem, "code"]
];
var CHANGES = {
  ...Object.fromEntries(
    GROWING_TEXTS.flatMap(([type, holder, name]) => [
      [`response.${type}.delta`, (item, event) => append(holder(item, event), name, event)],
      [`response.${type}.done`, (item, event) => complete(holder(item, event), { [name]: event[name] })]
    ])
  ),
  "response.content_part.added": (item, { content_index, part: part2 }) => addPart(item, "content", content_index, part2),
  "response.content_part.done": (item, event) => complete(ofContent(item, event), event.part),
  "response.output_text.annotation.added": (item, event) => {
    const part2 = ofContent(item, event);
    if (part2 !== void 0) part2.annotations = grow(part2.annotations ?? [], [event.annotation]);
  },
  "response.reasoning_summary_part.added": (item, { summary_index, part: part2 }) => addPart(item, "summary", summary_index, part2),
  "response.reasoning_summary_part.done": (item, event) => complete(ofSummary(item, event), event.part)
};
function append(holder, name, { delta, logprobs }) {
  if (holder === void 0) return;
  holder[name] = join(holder[name], delta);
  if (Array.isArray(holder.logprobs) && Array.isArray(logprobs)) grow(holder.logprobs, logprobs);
}
function complete(holder, whole) {
  if (holder === void 0 || !isFields(whole)) return;
  for (const [name, value] of Object.entries(copyOf2(whole))) {
    if (isEmpty(holder[name]) && isPlainName(name)) holder[name] = value;
  }
}
function addPart(item, list, index, part2) {
  if (!isFields(part2)) return;
  if (!Array.isArray(item[list])) item[list] = [];
  const parts = item[list];
  parts[typeof index === "number" && index >= 0 && index < parts.length ? index : parts.length] = copyOf2(part2);
}
function partOf(item, list, index) {
  const parts = item[list];
  const part2 = Array.isArray(parts) && typeof index === "number" ? parts[index] : void 0;
  return isFields(part2) ? part2 : void 0;
}

// src/laws/told-reply.ts
var FOLDS = {
  chat: collectChat,
  completions: collectCompletion,
  responses: collectResponse
};
var known4 = /* @__PURE__ */ new WeakMap();
function toldBy(events2, family) {
  const fold = FOLDS[family ?? ""];
  if (fold === void 0) return void 0;
  let told = known4.get(events2);
  if (told === void 0) {
    told = fold(carriedBy(events2).flatMap((carried) => carried.kind === "payload" ? [carried.value] : []));
    known4.set(events2, told);
  }
  return told;
}

// src/laws/chat-chunks.ts
var isFilterNotice = ({ payload: { id, object: object2 }, choices }) => id === "" && (object2 === "" || object2 === OBJECT) && choices.every((choice) => !factsOf(choice).delta);
function fitTheirSchema(exchange, context) {
  const reading = chatReading(exchange);
  if (reading === void 0 || reading.error !== void 0) return NOT_JUDGED;
  const [eventIndex] = reading.unreadable;
  if (eventIndex !== void 0) {
    const { data } = exchange.reply.events?.[eventIndex] ?? {};
    return [{ eventIndex, message: `The payload must be a chunk with choices, but it is ${shown(data)}.` }];
  }
  const chunks = reading.chunks.filter((chunk2) => !isFilterNotice(chunk2));
  const fault = findMisshapen(chunks) ?? findMisfit(chunks, context);
  return fault === void 0 ? KEPT : [fault];
}
var OBJECT = "chat.completion.chunk";
function findMisshapen(chunks) {
  for (const { at, payload, choices } of chunks) {
    if (payload.object !== OBJECT) {
      return { eventIndex: at, message: `object must be ${OBJECT}, but it is ${shown(payload.object)}.` };
    }
    for (const choice of choices) {
      const { index, delta, finish_reason: reason } = factsOf(choice);
      const fault = (message) => ({ eventIndex: at, message });
      if (typeof index !== "number") return fault("A choice must have its index.");
      if (!isText2(reason)) return fault(`finish_reason must be a text or null, but it is ${shown(reason)}.`);
      if (!isNothing(delta) && !isFacts(delta)) return fault(`delta must be an object, but it is ${shown(delta)}.`);
      const owed = findMistyped(factsOf(delta));
      if (owed !== void 0) return fault(owed);
    }
  }
  return void 0;
}
var isNothing = (value) => value === null || value === void 0;
var isText2 = (value) => isNothing(value) || typeof value === "string";
function findMistyped(delta) {
  const { content, tool_calls: calls } = delta;
  for (const name of ["role", "refusal"]) {
    if (!isText2(delta[name])) return `${name} must be a text or null, but it is ${shown(delta[name])}.`;
  }
  if (!isText2(content) && !Array.isArray(content)) return `content must be a text, but it is ${shown(content)}.`;
  if (!isNothing(calls) && !Array.isArray(calls)) return `tool_calls must be a list, but it is ${shown(calls)}.`;
  for (const call of listOf(calls)) {
    const { index, function: called } = factsOf(call);
    if (typeof index !== "number") return "A fragment of a tool call must have the index of its call.";
    const { arguments: args } = factsOf(called);
    if (!isText2(args)) return `arguments must be a text, but they are ${shown(args)}.`;
  }
  return void 0;
}
var CONSTANT = ["id", "created", "model"];
function keepTheirNames(exchange) {
  const reading = readable(exchange);
  if (reading === void 0) return NOT_JUDGED;
  const first = {};
  for (const chunk2 of reading.chunks) {
    if (isFilterNotice(chunk2)) continue;
    const { at, payload } = chunk2;
    for (const name of CONSTANT) {
      const value = payload[name];
      if (typeof value !== "string" && typeof value !== "number") continue;
      if (name === "model" && value === "") continue;
      first[name] ??= value;
      if (first[name] === value) continue;
      const message = `${name} must be ${shown(first[name])} in every chunk, but here it is ${shown(value)}.`;
      return [{ eventIndex: at, message }];
    }
  }
  return KEPT;
}
function tellTheUsage(exchange) {
  const reading = readable(exchange);
  if (reading === void 0 || !isFacts(exchange.request.body)) return NOT_JUDGED;
  const isAsked = factsOf(exchange.request.body.stream_options).include_usage === true;
  const telling = reading.chunks.filter(({ payload }) => payload.usage !== void 0 && payload.usage !== null);
  if (!isAsked) {
    const [unasked] = telling;
    if (unasked === void 0) return KEPT;
    return [{ eventIndex: unasked.at, message: "Nobody asked for the usage (stream_options.include_usage)." }];
  }
  const misplaced = telling.find((chunk2) => chunk2 !== reading.chunks.at(-1) || chunk2.choices.length > 0);
  if (misplaced !== void 0) {
    const owed = "the last chunk, which has no choices, and null or absent before";
    return [{ eventIndex: misplaced.at, message: `usage must be told in ${owed}.` }];
  }
  if (telling.length > 0) return KEPT;
  if (!reading.isWhole) return NOT_JUDGED;
  return [{ message: "stream_options.include_usage asks for a last chunk with the usage, but none came." }];
}
function addUp(exchange, context) {
  const { events: events2, body } = exchange.reply;
  const told = events2 === void 0 ? void 0 : toldBy(events2, "chat");
  if (told === void 0 || isDeeper(told) || isDeeper(body)) return NOT_JUDGED;
  if (chatReading(exchange)?.chunks.length === 0) return NOT_JUDGED;
  if (body !== told && isFacts(body)) {
    for (const name of ["id", "created", "model", "choices"]) {
      if (body[name] === void 0 || isSame(told[name], body[name])) continue;
      return [{ message: `The chunks must add up to the reply, whose ${name} is ${shown(body[name])}.` }];
    }
  }
  const isCompared = body !== told && isFacts(body);
  const content = successOf(context.operation)?.content.find(({ mediaType }) => mediaType === "application/json");
  if (content === void 0 || !context.isBound) return isCompared ? KEPT : NOT_JUDGED;
  if (isCompared && context.isChecked) return KEPT;
  const violation = content.check(told).find(({ pointer }) => !pointer.startsWith("/usage"));
  return violation === void 0 ? KEPT : [{ message: `The chunks must add up to a reply. ${sentence(violation)}` }];
}
function beginWithoutError(exchange) {
  const { events: events2, status } = exchange.reply;
  if (events2 === void 0) return NOT_JUDGED;
  const owed = "An error before the first chunk is a JSON error with a status of 400 or more";
  if (status >= 400) return [{ message: `${owed}, but the reply of status ${status} is a stream.` }];
  const error = chatReading(exchange)?.error;
  return error === void 0 ? KEPT : [{ eventIndex: 0, message: `${owed}, not an event: ${shown(error)}.` }];
}
function readable(exchange) {
  const reading = chatReading(exchange);
  if (reading === void 0 || reading.error !== void 0 || reading.chunks.length === 0) return void 0;
  return reading.unreadable.length > 0 ? void 0 : reading;
}

// src/laws/chat-choices.ts
var wantedBy = ({ request: { body } }) => isFacts(body) ? countOf(body.n) : void 0;
var ofEach = (find) => (exchange) => {
  const reading = readable(exchange);
  if (reading === void 0) return NOT_JUDGED;
  const wanted = wantedBy(exchange) ?? Number.POSITIVE_INFINITY;
  for (const track of reading.choices.values()) {
    const fault = track.index < wanted ? find(track, reading) : void 0;
    if (fault !== void 0) return [fault];
  }
  return KEPT;
};
var runInOrder = ofEach(({ index, roleAt, contentAt, ends, afterEnd }, { isWhole: isWhole2 }) => {
  if (contentAt !== void 0 && (roleAt === void 0 || roleAt > contentAt)) {
    return { eventIndex: contentAt, message: `The role must come before the content of choice ${index}.` };
  }
  const again = ends.find((end, position2) => position2 > 0 && !end.isRepeated);
  if (again !== void 0) {
    return { eventIndex: again.at, message: `Choice ${index} has ended before: finish_reason must come once.` };
  }
  if (afterEnd !== void 0) {
    return { eventIndex: afterEnd, message: `Nothing may follow the finish_reason of choice ${index}.` };
  }
  if (ends.length > 0 || !isWhole2) return void 0;
  return { message: `Choice ${index} must end with a finish_reason, but none came.` };
});
function areAllThere(exchange) {
  const reading = chatReading(exchange);
  const wanted = wantedBy(exchange);
  if (reading === void 0 || reading.error !== void 0 || reading.unreadable.length > 0) return NOT_JUDGED;
  if (wanted === void 0) return NOT_JUDGED;
  for (const { at, choices } of reading.chunks) {
    for (const choice of choices) {
      const { index } = factsOf(choice);
      if (typeof index !== "number" || Number.isInteger(index) && index >= 0 && index < wanted) continue;
      return [{ eventIndex: at, message: `The index must be one of 0 to ${wanted - 1}, but here it is ${index}.` }];
    }
  }
  if (!reading.isWhole || reading.choices.size === wanted) return KEPT;
  return [{ message: `There must be ${wanted} choices as asked for, but ${reading.choices.size} came.` }];
}
var callInOrder = ofEach(({ index, calls, ends }, { isWhole: isWhole2 }) => {
  let next = 0;
  for (const [position2, { at, first, arguments: text }] of calls) {
    const place = `tool call ${shown(position2)} of choice ${index}`;
    if (typeof position2 !== "number") continue;
    if (position2 !== next) {
      return {
        eventIndex: at,
        message: `The next tool call of choice ${index} has the index ${next}, not ${shown(position2)}.`
      };
    }
    next++;
    const called = factsOf(first.function);
    const missing = [
      ...isName(first.id) ? [] : ["id"],
      ...isName(first.type) ? [] : ["type"],
      ...isName(called.name) || !isFunction(first.type) ? [] : ["function.name"],
      ...first.type !== "custom" || isName(factsOf(first.custom).name) ? [] : ["custom.name"]
    ];
    if (missing.length > 0) {
      return { eventIndex: at, message: `The first fragment of ${place} must have its ${missing.join(" and ")}.` };
    }
    const isCut = !isWhole2 || ends.some(({ reason }) => reason === "length" || reason === "content_filter");
    if (isFunction(first.type) && !isCut && text !== void 0 && !isJson(text)) {
      return { eventIndex: at, message: `The arguments of ${place} must join to JSON, but they are ${shown(text)}.` };
    }
  }
  return void 0;
});
var isName = (value) => typeof value === "string" && value !== "";
var isFunction = (type) => type === void 0 || type === null || type === "function";
function endForTheirCalls(exchange) {
  const reading = readable(exchange);
  if (reading === void 0) return NOT_JUDGED;
  const { body } = exchange.request;
  let isUnsure = false;
  for (const { index, calls, ends } of reading.choices.values()) {
    const [end] = ends;
    if (end?.reason === "tool_calls" && calls.size === 0) {
      const message = `The finish_reason of choice ${index} is tool_calls, but there were none.`;
      return [{ eventIndex: end.at, message }];
    }
    if (end?.reason !== "stop" || calls.size === 0) continue;
    if (!isFacts(body)) isUnsure = true;
    else if (body.tool_choice !== "required" && !isFacts(body.tool_choice)) {
      const message = `Choice ${index} called tools, so its finish_reason must be tool_calls, but it is stop.`;
      return [{ eventIndex: end.at, message }];
    }
  }
  return isUnsure ? NOT_JUDGED : KEPT;
}
var endByThemselves = ofEach(({ index, ends }) => {
  const end = ends.find(({ hasContent }) => hasContent);
  if (end === void 0) return void 0;
  const message = `The finish_reason of choice ${index} comes with content; some clients drop one of the two.`;
  return { eventIndex: end.at, message };
});

// src/laws/sentinel.ts
function endsWithSentinel({ reply: { events: events2 } }) {
  if (events2 === void 0) return NOT_JUDGED;
  const carried = carriedBy(events2);
  const first = carried.findIndex(({ kind }) => kind === "sentinel");
  if (first < 0) return [{ message: `The stream must end with ${SENTINEL}, but it ends without.` }];
  if (first === carried.length - 1) return KEPT;
  const next = carried[first + 1]?.kind === "sentinel" ? `another ${SENTINEL}` : "another event";
  return [{ eventIndex: first + 1, message: `${SENTINEL} must be the last event, but ${next} follows.` }];
}

// src/laws/chat-stream.ts
var REFERENCE = "OpenAI API reference, the chat completion chunk object";
var chatLaws = [
  {
    id: "chat.C1",
    summary: "Every payload fits the schema of a chunk, and its object is chat.completion.chunk.",
    source: `${REFERENCE}; the page of the operation`,
    severity: severity("ERROR"),
    judges: "stream",
    check: fitTheirSchema
  },
  {
    id: "chat.C2",
    summary: "id, created and model are the same in every chunk.",
    source: `${REFERENCE}: id and created; for model convention`,
    severity: severity("ERROR"),
    judges: "stream",
    check: keepTheirNames
  },
  {
    id: "chat.C3",
    summary: "There is exactly one [DONE], and it is the last event.",
    source: "OpenAI API reference, create chat completion: stream",
    severity: severity("ERROR"),
    judges: "stream",
    check: endsWithSentinel
  },
  {
    id: "chat.C4",
    summary: "A choice begins with its role and ends with exactly one finish_reason; nothing of it follows.",
    source: `${REFERENCE}: choices; for the order convention`,
    severity: severity("ERROR"),
    judges: "stream",
    check: runInOrder
  },
  {
    id: "chat.C5",
    summary: "All choices that n asks for occur, and no others.",
    source: "convention; OpenAI API reference, create chat completion: n",
    severity: severity("ERROR"),
    judges: "stream",
    check: areAllThere
  },
  {
    id: "chat.C6",
    summary: "The usage is told once, in a last chunk without choices, if include_usage asks for it, and else never.",
    source: "OpenAI API reference, create chat completion: stream_options.include_usage",
    severity: severity("ERROR"),
    judges: "stream",
    check: tellTheUsage
  },
  {
    id: "chat.C7",
    summary: "A tool call begins with id, type and name, calls are numbered from 0, and their arguments join to JSON.",
    source: `convention; ${REFERENCE}: delta.tool_calls`,
    severity: severity("ERROR"),
    judges: "stream",
    check: callInOrder
  },
  {
    id: "chat.C8",
    summary: "finish_reason is tool_calls exactly where tools were called, unless the request forced the call.",
    source: `convention; ${REFERENCE}: finish_reason`,
    severity: severity("ERROR"),
    judges: "stream",
    check: endForTheirCalls
  },
  {
    id: "chat.C9",
    summary: "The chunks add up to a reply that fits the schema of whole replies, and to the one that is kept.",
    source: "convention; the page of the operation",
    severity: severity("ERROR"),
    judges: "reply",
    check: addUp
  },
  {
    id: "chat.C10",
    summary: "An error before the first chunk is a JSON error with a status of 400 or more, not a stream.",
    source: "convention; OpenAI API reference, error codes",
    severity: severity("ERROR"),
    judges: "stream",
    ofErrors: true,
    check: beginWithoutError
  },
  {
    id: "chat.W1",
    summary: "The finish_reason comes in a chunk without content.",
    source: "convention: OpenAI's own streams, unlike those of other servers",
    severity: severity("WARN"),
    judges: "stream",
    check: endByThemselves
  }
];

// src/laws/choices.ts
function areCounted({ request, reply }) {
  if (!isFacts(reply.body) || !Array.isArray(reply.body.choices)) return NOT_JUDGED;
  const choices = reply.body.choices;
  const wanted = isFacts(request.body) ? countWanted(request.body) : void 0;
  if (wanted !== void 0 && choices.length !== wanted) {
    return [
      { pointer: "/choices", message: `There must be ${wanted} choices as asked for, but ${choices.length} came.` }
    ];
  }
  const misnumbered = findMisnumbered(choices);
  if (misnumbered !== void 0) return [misnumbered];
  return wanted === void 0 ? NOT_JUDGED : KEPT;
}
function countWanted(request) {
  const each = countOf(request.n);
  if (each === void 0 || Array.isArray(request.messages)) return each;
  const prompts = countInputs(request.prompt);
  return prompts === void 0 ? void 0 : each * prompts;
}
function findMisnumbered(choices) {
  const seen = [];
  for (const [position2, choice] of choices.entries()) {
    const { index } = factsOf(choice);
    if (typeof index !== "number") continue;
    if (!Number.isInteger(index) || index < 0 || index >= choices.length || seen[index]) {
      const owed = `must be one of 0 to ${choices.length - 1}, each once`;
      return { pointer: `/choices/${position2}/index`, message: `The index ${owed}, but here it is ${index}.` };
    }
    seen[index] = true;
  }
  return void 0;
}
var SMALLEST_CONTEXT_TOKENS = 2048;
function endForTheirReason({ request, reply }) {
  if (!isFacts(reply.body) || !Array.isArray(reply.body.choices)) return NOT_JUDGED;
  const asked = isFacts(request.body) ? request.body : void 0;
  let isUnsure = false;
  for (const [position2, choice] of reply.body.choices.entries()) {
    const { finish_reason: reason, message } = factsOf(choice);
    const pointer = `/choices/${position2}/finish_reason`;
    const calls = listOf(factsOf(message).tool_calls);
    if (reason === "tool_calls" && isFacts(message) && calls.length === 0) {
      return [
        { pointer, message: "finish_reason is tool_calls, so the message must carry tool_calls, but it has none." }
      ];
    }
    if (reason === "stop" && calls.length > 0) {
      if (asked === void 0) isUnsure = true;
      else if (!isForced(asked.tool_choice)) {
        return [
          { pointer, message: "The message carries tool_calls, so finish_reason must be tool_calls, but it is stop." }
        ];
      }
    }
    if (reason === "length") {
      if (asked === void 0) isUnsure = true;
      else if (!mayHaveLimit(asked) && isSmall(reply.body.usage)) {
        return [
          { pointer, message: "finish_reason is length, but the request set no limit and no model's was reached." }
        ];
      }
    }
  }
  return isUnsure ? NOT_JUDGED : KEPT;
}
var isForced = (choice) => choice === "required" || isFacts(choice);
var mayHaveLimit = (request) => typeof request.max_tokens === "number" || typeof request.max_completion_tokens === "number" || !Array.isArray(request.messages) || isFacts(request.orq) || hasKeptPrompt(request);
function isSmall(usage) {
  const { total_tokens: total } = factsOf(usage);
  return typeof total === "number" && total < SMALLEST_CONTEXT_TOKENS;
}
var choicesLaws = [
  {
    id: "choices.N1",
    summary: "There are as many choices as `n` asks for (for every prompt), numbered from 0, each number once.",
    source: "OpenAI API reference, create chat completion: n; create completion: n and prompt",
    severity: severity("ERROR"),
    judges: "reply",
    check: areCounted
  },
  {
    id: "choices.N2",
    summary: "finish_reason says tool_calls exactly when there are some, and length only where a limit was met.",
    source: "OpenAI API reference, the chat completion object: finish_reason",
    severity: severity("ERROR"),
    judges: "reply",
    check: endForTheirReason
  }
];

// src/laws/completions-stream.ts
var OBJECT2 = "text_completion";
function areInShape(exchange, context) {
  const { events: events2 } = exchange.reply;
  if (events2 === void 0) return NOT_JUDGED;
  const carried = carriedBy(events2);
  const pieces = [];
  for (const [at, one] of carried.entries()) {
    if (one.kind === "sentinel" || one.kind === "unreadable" && one.isNearly) continue;
    const { data, event } = events2[at] ?? {};
    const fault2 = (message) => [{ eventIndex: at, message }];
    if (event !== void 0 && event !== "message")
      return fault2(`A piece has no event name, but here it is ${shown(event)}.`);
    if (one.kind === "unreadable" || !isFacts(one.value) || !Array.isArray(one.value.choices)) {
      return fault2(`The payload must be a completion with choices, but it is ${shown(data)}.`);
    }
    const { object: object2 } = one.value;
    if (object2 !== OBJECT2) return fault2(`object must be ${OBJECT2}, but it is ${shown(object2)}.`);
    pieces.push({ at, payload: one.value });
  }
  const isWhole2 = carried.some(({ kind }) => kind === "sentinel");
  const fault = findMisfit(pieces, context) ?? findUnended(pieces, isWhole2);
  return fault === void 0 ? KEPT : [fault];
}
function findUnended(pieces, isWhole2) {
  const hasEnded = /* @__PURE__ */ new Map();
  for (const { at, payload } of pieces) {
    for (const choice of listOf(payload.choices)) {
      const { index, text, finish_reason: reason } = factsOf(choice);
      const isLast = typeof reason === "string" && reason !== "";
      if (hasEnded.get(index) === true && !isLast && typeof text === "string" && text !== "") {
        return { eventIndex: at, message: `Nothing may follow the last piece of choice ${shown(index)}.` };
      }
      hasEnded.set(index, isLast || hasEnded.get(index) === true);
    }
  }
  const unended = [...hasEnded].find(([, hasReason]) => !hasReason);
  if (unended === void 0 || !isWhole2) return void 0;
  return { message: `The last piece of choice ${shown(unended[0])} must have a finish_reason.` };
}
function joinTheText({ reply: { events: events2, body } }) {
  const told = events2 === void 0 ? void 0 : toldBy(events2, "completions");
  if (told === void 0 || body === told || !isFacts(body) || !Array.isArray(body.choices)) return NOT_JUDGED;
  const texts = textsOf(told);
  for (const [index, owed] of textsOf(body)) {
    if (texts.get(index) === owed) continue;
    const message = `The pieces of choice ${shown(index)} must join to ${shown(owed)}, but they are ${shown(texts.get(index))}.`;
    return [{ message }];
  }
  return KEPT;
}
var textsOf = (reply) => new Map(listOf(reply.choices).map((choice) => [factsOf(choice).index, factsOf(choice).text]));
var completionsLaws = [
  {
    id: "completions.T1",
    summary: "Every event is nameless and a text_completion, and nothing follows the last piece of a choice.",
    source: "OpenAI API reference, create completion: stream; for the order convention",
    severity: severity("ERROR"),
    judges: "stream",
    check: areInShape
  },
  {
    id: "completions.T2",
    summary: "There is exactly one [DONE], and it is the last event.",
    source: "OpenAI API reference, create completion: stream",
    severity: severity("ERROR"),
    judges: "stream",
    check: endsWithSentinel
  },
  {
    id: "completions.T3",
    summary: "The pieces of a choice join to the text of the whole reply.",
    source: "OpenAI API reference, create completion: stream",
    severity: severity("ERROR"),
    judges: "reply",
    check: joinTheText
  }
];

// src/laws/embeddings.ts
function areInOrder({ request, reply }) {
  if (!isFacts(reply.body) || !Array.isArray(reply.body.data)) return NOT_JUDGED;
  const data = reply.body.data;
  const wanted = isFacts(request.body) ? countInputs(request.body.input) : void 0;
  if (wanted !== void 0 && data.length !== wanted) {
    return [{ pointer: "/data", message: `There must be ${wanted} vectors, one per input, but ${data.length} came.` }];
  }
  for (const [position2, entry] of data.entries()) {
    const { index } = factsOf(entry);
    if (typeof index === "number" && index !== position2) {
      return [
        {
          pointer: `/data/${position2}/index`,
          message: `The vectors must be in the order of the inputs: here the index must be ${position2}, but it is ${index}.`
        }
      ];
    }
  }
  return wanted === void 0 ? NOT_JUDGED : KEPT;
}
function areAsAsked({ request, reply }) {
  if (!isFacts(request.body) || !isFacts(reply.body) || !Array.isArray(reply.body.data)) return NOT_JUDGED;
  const { encoding_format: asked, dimensions } = request.body;
  const isBase64 = asked === "base64";
  let length = typeof dimensions === "number" ? dimensions : void 0;
  for (const [position2, entry] of reply.body.data.entries()) {
    const { embedding } = factsOf(entry);
    const pointer = `/data/${position2}/embedding`;
    if (typeof embedding !== "string" && !Array.isArray(embedding)) continue;
    if (typeof embedding === "string" !== isBase64) {
      const came = isBase64 ? "a list of numbers" : "a text";
      return [
        { pointer, message: `The vector must be ${isBase64 ? "base64" : "a list of numbers"}, but it is ${came}.` }
      ];
    }
    const size = typeof embedding === "string" ? countFloats(embedding) : embedding.length;
    if (size === void 0) {
      return [{ pointer, message: `The vector must be base64 of 32-bit floats, but it is ${shown(embedding)}.` }];
    }
    if (length !== void 0 && size !== length) {
      return [{ pointer, message: `The vector must have ${length} components, but it has ${size}.` }];
    }
    length = size;
  }
  return KEPT;
}
var BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
var BYTES_PER_FLOAT = 4;
function countFloats(text) {
  if (text.length % 4 !== 0 || !BASE64.test(text)) return void 0;
  const bytes = Buffer.from(text, "base64");
  if (bytes.length % BYTES_PER_FLOAT !== 0) return void 0;
  for (let at = 0; at < bytes.length; at += BYTES_PER_FLOAT) {
    if (!Number.isFinite(bytes.readFloatLE(at))) return void 0;
  }
  return bytes.length / BYTES_PER_FLOAT;
}
var embeddingsLaws = [
  {
    id: "embeddings.E1",
    summary: "There is one vector per input, and `index` counts them in the order of the inputs.",
    source: "OpenAI API reference, create embeddings: input, and the embedding object: index",
    severity: severity("ERROR"),
    judges: "reply",
    check: areInOrder
  },
  {
    id: "embeddings.E2",
    summary: "All vectors have the length that `dimensions` asks for and the form that `encoding_format` asks for.",
    source: "OpenAI API reference, create embeddings: dimensions and encoding_format",
    severity: severity("ERROR"),
    judges: "reply",
    check: areAsAsked
  }
];

// src/laws/caller-schema.ts
import vm from "node:vm";
var MOST_KEPT = 200;
var MOST_CHARACTERS = 1e5;
var MOST_MS = 250;
var MAY_EXPLODE = /"(pattern|patternProperties|\$ref|\$dynamicRef|\$recursiveRef|uniqueItems|format)"/;
var kept = /* @__PURE__ */ new Map();
var compileSchema2;
function judgeOf(schema) {
  if ((typeof schema !== "object" || schema === null || Array.isArray(schema)) && typeof schema !== "boolean") {
    return cannotTell;
  }
  const text = textOf(schema);
  if (text === void 0 || text.length > MOST_CHARACTERS) return cannotTell;
  const known6 = kept.get(text);
  if (known6 !== void 0) {
    kept.delete(text);
    kept.set(text, known6);
    return known6;
  }
  if (compileSchema2 !== void 0) return keep(text, schema, compileSchema2);
  return Promise.resolve().then(() => (init_schema(), schema_exports)).then((loaded) => {
    compileSchema2 = loaded.compileSchema;
    return keep(text, schema, compileSchema2);
  });
}
var cannotTell = () => void 0;
function textOf(schema) {
  try {
    return JSON.stringify(schema);
  } catch {
    return void 0;
  }
}
function keep(text, schema, compile2) {
  const judge2 = judgeFor(text, schema, compile2);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
  kept.set(text, judge2);
  return judge2;
}
function judgeFor(text, schema, compile2) {
  let validate;
  try {
    validate = compile2(withoutDialect(schema));
  } catch {
    return cannotTell;
  }
  const fits2 = MAY_EXPLODE.test(text) ? (value) => inTime(validate, value) : validate;
  return (value) => {
    try {
      return fits2(value);
    } catch {
      return void 0;
    }
  };
}
function withoutDialect(schema) {
  if (typeof schema === "boolean") return schema;
  const { $schema: _, ...rest } = schema;
  return rest;
}
var guard;
function inTime(validate, value) {
  guard ??= { context: vm.createContext({}), script: new vm.Script("validate(value)") };
  Object.assign(guard.context, { validate, value });
  return guard.script.runInContext(guard.context, { timeout: MOST_MS });
}

// src/laws/format.ts
function isAsAsked({ request, reply }) {
  if (!isFacts(request.body) || !isFacts(reply.body) || hasKeptPrompt(request.body)) return NOT_JUDGED;
  const { messages, response_format: chatFormat, text } = request.body;
  const format2 = Array.isArray(messages) ? chatFormat : factsOf(text).format;
  const kind = factsOf(format2).type;
  if (kind !== "json_object" && kind !== "json_schema") return KEPT;
  if (request.body.stop !== void 0 && request.body.stop !== null) return NOT_JUDGED;
  const values = [];
  for (const { pointer, text: text2 } of contentsOf(reply.body)) {
    const value = parse(text2);
    if (value === void 0) return [{ pointer, message: `The content must be JSON, but it is ${shown(text2)}.` }];
    if (kind === "json_object" && !isFacts(value)) {
      return [{ pointer, message: `The content must be a JSON object, but it is ${shown(value)}.` }];
    }
    values.push({ pointer, value });
  }
  const schema = schemaOf(format2);
  if (kind === "json_object" || values.length === 0 || schema === void 0 || schema === null) return KEPT;
  const ruleOn = (judge3) => {
    let isUnsure = false;
    for (const { pointer, value } of values) {
      const fits2 = judge3(value);
      if (fits2 === false)
        return [{ pointer, message: `The content must fit the schema of the request, but it is ${shown(value)}.` }];
      isUnsure ||= fits2 === void 0;
    }
    return isUnsure ? NOT_JUDGED : KEPT;
  };
  const judge2 = judgeOf(schema);
  return judge2 instanceof Promise ? judge2.then(ruleOn) : ruleOn(judge2);
}
var schemaOf = (format2) => isFacts(format2.json_schema) ? format2.json_schema.schema : format2.schema;
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var contentsOf = (reply) => [
  ...listOf(reply.choices).flatMap((choice, position2) => {
    const { message, finish_reason: reason } = factsOf(choice);
    const { content, refusal, tool_calls: calls } = factsOf(message);
    const isWhole2 = reason === "stop" && !refusal && listOf(calls).length === 0;
    const text = textOf2(content);
    return isWhole2 && text !== void 0 ? [{ pointer: `/choices/${position2}/message/content`, text }] : [];
  }),
  ...(reply.status === "completed" ? listOf(reply.output) : []).flatMap((item, position2) => {
    const { type, status, content } = factsOf(item);
    const isWhole2 = type === "message" && (status === void 0 || status === "completed");
    const text = isWhole2 ? textOf2(content) : void 0;
    return text === void 0 ? [] : [{ pointer: `/output/${position2}/content`, text }];
  })
];
function textOf2(content) {
  if (typeof content === "string") return content;
  const parts = listOf(content).map(factsOf);
  if (parts.some(({ type }) => type === "refusal")) return void 0;
  const texts = parts.flatMap(({ text }) => typeof text === "string" ? [text] : []);
  return texts.length > 0 ? texts.join("") : void 0;
}
var formatLaws = [
  {
    id: "format.J1",
    summary: "Content asked for as json_object is a JSON object; as json_schema it fits the caller's schema.",
    source: "OpenAI API reference, create chat completion: response_format; the structured outputs guide",
    severity: severity("ERROR"),
    judges: "reply",
    check: isAsAsked
  }
];

// src/lib/media-type.ts
var PARAMETER = /;\s*([\w!#$&^.+-]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g;
var KNOWN = /* @__PURE__ */ new Map();
var MOST_KNOWN = 1e3;
function parseMediaType(text) {
  if (text === void 0) return void 0;
  const known6 = KNOWN.get(text);
  if (known6 !== void 0) return known6;
  const read2 = parse2(text);
  if (read2 !== void 0 && !text.includes("boundary") && KNOWN.size < MOST_KNOWN) KNOWN.set(text, read2);
  return read2;
}
function parse2(text) {
  const essence = text.split(";", 1)[0]?.trim().toLowerCase();
  if (essence === void 0 || !/^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+$/.test(essence)) return void 0;
  const parameters = {};
  for (const [, name, quoted, plain] of text.matchAll(PARAMETER)) {
    if (name) parameters[name.toLowerCase()] = quoted?.replaceAll(/\\(.)/g, "$1") ?? plain ?? "";
  }
  return { essence, parameters };
}

// src/laws/framing.ts
var STANDARD = "WHATWG HTML, 9.2";
function isEventStream({ reply: { status, headers, events: events2 } }) {
  if (events2 === void 0) return NOT_JUDGED;
  if (status !== 200) return [{ message: `A stream is answered with status 200, but here it is ${status}.` }];
  const type = headers["content-type"];
  if (parseMediaType(typeof type === "string" ? type : void 0)?.essence === "text/event-stream") return KEPT;
  return [{ message: `The media type of a stream must be text/event-stream, but it is ${shown(type)}.` }];
}
var noting = (kind, tell) => ({ reply: { stream: stream2 } }) => {
  if (stream2 === void 0) return NOT_JUDGED;
  for (const note of stream2.notes) {
    const owed = note.kind === kind ? tell(note) : void 0;
    if (owed === void 0) continue;
    return [{ byteOffset: note.offset, message: `At byte ${note.offset} of the stream, ${owed}.` }];
  }
  return KEPT;
};
var FALSE_LINE_END = /(?:[\u2028\u2029\u0085\v\f]|\\r|\\n)(?:data|event|id|retry):/;
function endsItsLines({ reply: { events: events2 } }) {
  if (events2 === void 0) return NOT_JUDGED;
  const carried = carriedBy(events2);
  for (const [eventIndex, { data }] of events2.entries()) {
    if (carried[eventIndex]?.kind !== "unreadable" || !FALSE_LINE_END.test(data)) continue;
    return [
      { eventIndex, message: `A line ends with CRLF, LF or CR and nothing else, but here it is ${shown(data)}.` }
    ];
  }
  return KEPT;
}
function joinsItsLines({ reply: { events: events2 } }) {
  if (events2 === void 0) return NOT_JUDGED;
  for (const [eventIndex, { data }] of events2.entries()) {
    if (!data.includes("\n") || isJson(data) || !isJson(data.replaceAll("\n", ""))) continue;
    const message = `The data lines of an event join with LF, which breaks the JSON that was split: ${shown(data)}.`;
    return [{ eventIndex, message }];
  }
  return KEPT;
}
var FALSE_COMMENT = /^(?:#|\/\/|;|--|[ \t]*$)/;
var FALSE_FIELD = /^[ \t]*(?:data|event|id|retry)(?![\w-])/i;
function isWhole({ reply: { stream: stream2 } }) {
  if (stream2 === void 0) return NOT_JUDGED;
  if (stream2.unterminated === void 0) return KEPT;
  const { data, offset } = stream2.unterminated;
  if (stream2.notes.some((note) => note.offset === offset && /^[ \t]+$/.test(note.text))) return KEPT;
  const message = `The event at byte ${offset} must end with a blank line, or it is lost: ${shown(data)}.`;
  return [{ byteOffset: offset, message }];
}
function isFreeOfCutting({ reply: { events: events2, stream: stream2 } }) {
  if (events2 === void 0 || stream2?.bytes === void 0) return NOT_JUDGED;
  const whole = createDecoder({ maxEventBytes: Number.POSITIVE_INFINITY }).push(stream2.bytes);
  const eventIndex = whole.findIndex((event, index) => !isSame2(event, events2[index]));
  if (eventIndex < 0 && whole.length === events2.length) return KEPT;
  const at = eventIndex < 0 ? whole.length : eventIndex;
  const [owed, came] = [whole[at]?.data, events2[at]?.data];
  return [{ eventIndex: at, message: `The bytes as a whole say ${shown(owed)} here, but ${shown(came)} was read.` }];
}
var isSame2 = (one, other) => one.data === other?.data && one.event === other.event && one.id === other.id && one.retry === other.retry;
var row = (id, { summary, check, section, weight = "ERROR" }) => ({
  id: `framing.${id}`,
  summary,
  source: `${STANDARD}${section}`,
  severity: severity(weight),
  judges: "stream",
  check
});
var framingLaws = [
  row("F1", {
    summary: "A stream has status 200 and the media type text/event-stream.",
    section: ".3, processing model",
    check: isEventStream
  }),
  row("F2", {
    summary: "The bytes of a stream are UTF-8.",
    section: ".5, parsing an event stream",
    check: noting("invalid-utf8", ({ text }) => `the bytes must be UTF-8, but they are not: ${shown(text)}`)
  }),
  row("F3", {
    summary: "There is at most one byte order mark, at the very start.",
    section: ".5, parsing an event stream",
    check: noting("bom", () => "there is a byte order mark that no reader strips")
  }),
  row("F4", {
    summary: "A line ends with CRLF, LF or CR; U+2028, U+2029 and U+0085 end none.",
    section: ".5, parsing an event stream: end-of-line",
    check: endsItsLines
  }),
  row("F5", {
    summary: "A line that starts with a colon is a comment, and no other line is.",
    section: ".6, interpreting an event stream: comments",
    weight: "WARN",
    check: noting(
      "unknown-field",
      ({ text }) => FALSE_COMMENT.test(text) ? `a comment must start with a colon, not with ${shown(text)}` : void 0
    )
  }),
  row("F6", {
    summary: "A field is its name, a colon and its value: one space after the colon is dropped, none before it.",
    section: ".6, interpreting an event stream: fields",
    check: noting(
      "unknown-field",
      ({ text }) => FALSE_FIELD.test(text) ? `a field must be data, event, id or retry to the letter, not ${shown(text)}` : void 0
    )
  }),
  row("F7", {
    summary: "Several data lines of an event join with LF.",
    section: ".6, interpreting an event stream: data",
    check: joinsItsLines
  }),
  row("F8", {
    summary: "An id holds no NUL, or it is ignored.",
    section: ".6, interpreting an event stream: id",
    weight: "WARN",
    check: noting("bad-id", () => "an id must not hold NUL")
  }),
  row("F9", {
    summary: "retry is digits only, or it is ignored.",
    section: ".6, interpreting an event stream: retry",
    weight: "WARN",
    check: noting("bad-retry", ({ text }) => `retry must be digits only, but it is ${shown(text)}`)
  }),
  row("F10", {
    summary: "An event has data, or it is never dispatched and its name is forgotten.",
    section: ".6, interpreting an event stream: dispatch",
    check: noting("forgotten-name", ({ text }) => `the event ${shown(text)} must have data, or no reader gets it`)
  }),
  row("F11", {
    summary: "The last event ends with a blank line, or it is lost: the sentinel too.",
    section: ".6, interpreting an event stream: end of file",
    check: isWhole
  }),
  row("F12", {
    summary: "Any cutting of the same bytes into pieces gives the same events.",
    section: ".6, interpreting an event stream",
    check: isFreeOfCutting
  })
];

// src/laws/images.ts
function areDrawn({ request, reply }) {
  if (!isFacts(request.body) || !isFacts(reply.body) || !Array.isArray(reply.body.data)) return NOT_JUDGED;
  const data = reply.body.data;
  const wanted = countOf(request.body.n);
  if (wanted !== void 0 && data.length !== wanted) {
    return [{ pointer: "/data", message: `There must be ${wanted} pictures as asked for, but ${data.length} came.` }];
  }
  const files = [];
  for (const [position2, entry] of data.entries()) {
    const { url, b64_json: base64 } = factsOf(entry);
    const fault = wrongForm(request.body, { url, base64 }, `/data/${position2}`);
    if (fault !== void 0) return [fault];
    if (typeof base64 === "string") files.push({ pointer: `/data/${position2}/b64_json`, base64 });
  }
  return files.length === 0 ? KEPT : judgeFiles(files, { request: request.body, reply: reply.body });
}
var knowsOnlyBase64 = (model) => typeof model === "string" && /gpt-image|chatgpt-image/.test(model);
function modelsOf({ model, orq }) {
  const { fallbacks, load_balancer } = factsOf(orq);
  return [model, ...[...listOf(fallbacks), ...listOf(load_balancer)].map((entry) => factsOf(entry).model)];
}
function wrongForm(request, { url, base64 }, pointer) {
  const asked = request.response_format;
  const hasUrl = typeof url === "string";
  const hasBase64 = typeof base64 === "string";
  if (asked === "b64_json" && !hasBase64)
    return { pointer, message: "The picture must come as b64_json, but it does not." };
  if (asked === "url" && !hasUrl && !(hasBase64 && modelsOf(request).some(knowsOnlyBase64))) {
    return { pointer, message: "The picture must come as a url, but it does not." };
  }
  if (!hasUrl && !hasBase64)
    return { pointer, message: "The picture must come as url or b64_json, but it has neither." };
  if (hasUrl && !(URL.canParse(url) && /^(https?|data):/i.test(url))) {
    return { pointer: `${pointer}/url`, message: `url must be an http or data URL, but it is ${shown(url)}.` };
  }
  return void 0;
}
var BASE642 = /^[A-Za-z0-9+/]*={0,2}$/;
async function judgeFiles(files, { request, reply }) {
  const { readImage: readImage2 } = await Promise.resolve().then(() => (init_read_image(), read_image_exports));
  const sizes = [sizeOf(request.size), sizeOf(reply.size)].filter((size) => size !== void 0);
  const formats3 = [
    modelsOf(request).every(knowsOnlyBase64) ? request.output_format : void 0,
    reply.output_format
  ].filter(isFormat);
  for (const { pointer, base64 } of files) {
    const isBase64 = base64.length % 4 === 0 && BASE642.test(base64);
    const facts = isBase64 ? await readImage2(Buffer.from(base64, "base64")) : void 0;
    if (facts === void 0)
      return [{ pointer, message: "b64_json must hold the bytes of a picture, but it does not." }];
    const format2 = formats3.find((name) => name !== facts.format);
    if (format2 !== void 0)
      return [{ pointer, message: `The picture must be a ${format2} file, but it is ${facts.format}.` }];
    const came = `${facts.width}x${facts.height}`;
    const size = sizes.find((wanted) => wanted !== came);
    if (size !== void 0) return [{ pointer, message: `The picture must be ${size} pixels, but it is ${came}.` }];
  }
  return KEPT;
}
var sizeOf = (value) => typeof value === "string" && /^[1-9]\d*x[1-9]\d*$/.test(value) ? value : void 0;
var isFormat = (value) => value === "png" || value === "jpeg" || value === "webp";
var imagesLaws = [
  {
    id: "images.I1",
    summary: "There are `n` pictures, as url or b64_json as asked for; the bytes are of the format and size asked for.",
    source: "OpenAI API reference, create image: n, response_format, output_format and size",
    severity: severity("ERROR"),
    judges: "reply",
    check: areDrawn
  }
];

// src/laws/metadata.ts
function isEchoed({ request, reply }) {
  if (!isFacts(request.body) || !isFacts(reply.body)) return NOT_JUDGED;
  const { metadata: sent } = request.body;
  if (!isFacts(sent) || reply.body.metadata === void 0) return KEPT;
  const came = reply.body.metadata;
  if (came !== null && !isFacts(came)) return KEPT;
  if (isSame3(sent, factsOf(came))) return KEPT;
  return [
    { pointer: "/metadata", message: `metadata must be ${shown(sent)} as it was sent, but it is ${shown(came)}.` }
  ];
}
function isSame3(one, other) {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) => Object.hasOwn(other, name) && (typeof one[name] === "object" || one[name] === other[name])
  );
}
var metadataLaws = [
  {
    id: "metadata.D1",
    summary: "A reply that has metadata has the metadata of its request, unchanged.",
    source: "OpenAI API reference, the response object: metadata",
    severity: severity("ERROR"),
    judges: "reply",
    check: isEchoed
  }
];

// src/laws/moderation.ts
init_json_pointer();
function areJudged({ request, reply }) {
  if (!isFacts(reply.body) || !Array.isArray(reply.body.results)) return NOT_JUDGED;
  const results = reply.body.results;
  const wanted = isFacts(request.body) ? countsWanted(request.body.input) : void 0;
  if (wanted !== void 0 && !wanted.includes(results.length)) {
    const message = `There must be ${wanted.join(" or ")} results, one per input, but ${results.length} came.`;
    return [{ pointer: "/results", message }];
  }
  for (const [position2, result] of results.entries()) {
    const fault = contradiction(result, `/results/${position2}`);
    if (fault !== void 0) return [fault];
  }
  return wanted === void 0 ? NOT_JUDGED : KEPT;
}
function countsWanted(input) {
  if (typeof input === "string") return [1];
  if (!Array.isArray(input) || input.length === 0) return void 0;
  return isFacts(input[0]) ? [.../* @__PURE__ */ new Set([1, input.length])] : [input.length];
}
function contradiction(result, pointer) {
  const { flagged, categories, category_scores: scores } = factsOf(result);
  if (!isFacts(categories)) return void 0;
  const isAny = Object.values(categories).includes(true);
  if (typeof flagged === "boolean" && flagged !== isAny) {
    const why = isAny ? "a category is" : "no category is";
    return { pointer: `${pointer}/flagged`, message: `flagged must be ${isAny}, since ${why}, but it is ${flagged}.` };
  }
  if (!isFacts(scores)) return void 0;
  for (const name of Object.keys(categories)) {
    const score = Object.hasOwn(scores, name) ? scores[name] : void 0;
    if (typeof score === "number" ? score < 0 || score > 1 : score === void 0) {
      const at = pointer + toPointer(["category_scores", name]);
      return { pointer: at, message: `${name} must have a score from 0 to 1, but it has ${shown(score)}.` };
    }
  }
  return void 0;
}
var moderationLaws = [
  {
    id: "moderation.M1",
    summary: "One result per input; flagged when any category is; every category has a score from 0 to 1.",
    source: "OpenAI API reference, the moderation object: flagged and category_scores",
    severity: severity("ERROR"),
    judges: "reply",
    check: areJudged
  }
];

// src/laws/rerank.ts
function areRanked({ request, reply }) {
  if (!isFacts(request.body) || !isFacts(reply.body) || !Array.isArray(reply.body.results)) return NOT_JUDGED;
  const { documents, top_n: most } = request.body;
  const results = reply.body.results;
  if (typeof most === "number" && Number.isInteger(most) && most > 0 && results.length > most) {
    return [{ pointer: "/results", message: `There must be at most ${most} results, but ${results.length} came.` }];
  }
  const known6 = Array.isArray(documents) ? documents.length : Infinity;
  const seen = /* @__PURE__ */ new Set();
  let lowest = Infinity;
  for (const [position2, entry] of results.entries()) {
    const { index, relevance_score: score } = factsOf(entry);
    if (typeof index === "number") {
      const pointer = `/results/${position2}/index`;
      if (!Number.isInteger(index) || index < 0 || index >= known6) {
        return [{ pointer, message: `The index must be that of a document of the request, but it is ${index}.` }];
      }
      if (seen.has(index)) return [{ pointer, message: `Each document must come once, but ${index} came before.` }];
      seen.add(index);
    }
    if (typeof score !== "number") continue;
    if (score > lowest) {
      const message = `The scores must fall: here at most ${lowest} may stand, but it is ${score}.`;
      return [{ pointer: `/results/${position2}/relevance_score`, message }];
    }
    lowest = score;
  }
  return KEPT;
}
var rerankLaws = [
  {
    id: "rerank.K1",
    summary: "Results come by falling relevance, at most `top_n` of them, each for another document of the request.",
    source: "orq API reference, POST /v2/proxy/rerank: results and top_n",
    severity: severity("ERROR"),
    judges: "reply",
    check: areRanked
  }
];

// src/laws/responses-reading.ts
var TERMINALS = /* @__PURE__ */ new Set(["response.completed", "response.failed", "response.incomplete"]);
var known5 = /* @__PURE__ */ new WeakMap();
function responseReading({ reply: { events: events2 } }) {
  if (events2 === void 0) return void 0;
  let reading = known5.get(events2);
  if (reading === void 0) {
    reading = readResponse(events2);
    known5.set(events2, reading);
  }
  return reading;
}
function readResponse(given) {
  const events2 = [];
  const unreadable = [];
  const sentinels = [];
  const places = /* @__PURE__ */ new Map();
  for (const [at, carried] of carriedBy(given).entries()) {
    if (carried.kind === "sentinel") sentinels.push(at);
    else if (carried.kind === "payload" && isFacts(carried.value) && typeof carried.value.type === "string") {
      const { type, output_index: index, item_id, item } = carried.value;
      const place = typeof index === "number" ? index : places.get(item_id);
      const { id } = factsOf(item);
      if (typeof id === "string" && place !== void 0) places.set(id, place);
      events2.push({ at, type, payload: carried.value, place });
    } else if (carried.kind !== "unreadable" || !carried.isNearly) unreadable.push(at);
  }
  return { events: events2, unreadable, sentinels, terminals: events2.filter(({ type }) => TERMINALS.has(type)) };
}
function readableResponse(exchange) {
  const reading = responseReading(exchange);
  return reading === void 0 || reading.unreadable.length > 0 || reading.events.length === 0 ? void 0 : reading;
}

// src/laws/responses-items.ts
var ADDED = "response.output_item.added";
var DONE2 = "response.output_item.done";
function openAndClose(exchange) {
  const reading = readableResponse(exchange);
  if (reading === void 0) return NOT_JUDGED;
  const isDone = /* @__PURE__ */ new Map();
  for (const event of reading.events) {
    const { place } = event;
    if (place === void 0) continue;
    const fault = (message) => [{ eventIndex: event.at, message }];
    const state = isDone.get(place);
    if (event.type === ADDED) {
      if (state !== void 0) return fault(`The item ${place} was added before.`);
      if (place !== isDone.size) return fault(`The next item has the output_index ${isDone.size}, not ${place}.`);
      isDone.set(place, false);
    } else if (state === void 0) return fault(`${event.type} speaks of the item ${place}, which was never added.`);
    else if (state) return fault(`The item ${place} is done, but ${event.type} follows.`);
    else if (event.type === DONE2) isDone.set(place, true);
  }
  return findOpen(isDone, reading);
}
function findOpen(isDone, { terminals: [terminal] }) {
  if (terminal === void 0 || terminal.type === "response.failed") return KEPT;
  for (const [place, wasDone] of isDone) {
    if (wasDone) continue;
    return [{ eventIndex: terminal.at, message: `The item ${place} must be done before ${terminal.type}.` }];
  }
  return KEPT;
}
var PHASE = /^response\.((?:web_search|file_search|code_interpreter|image_generation|mcp)_call|mcp_list_tools)\.(\w+)$/;
var RANKS = {
  in_progress: 0,
  searching: 1,
  generating: 1,
  interpreting: 1,
  completed: 2,
  failed: 2
};
var WORK = {
  web_search_call: "searching",
  file_search_call: "searching",
  image_generation_call: "generating",
  code_interpreter_call: "interpreting"
};
function mayFollow(before, rank, needsWork) {
  if (before === void 0) return rank === 0;
  if (before === 2) return false;
  return rank >= before && !(needsWork && before === 0);
}
function runTheirPhases(exchange) {
  const reading = readableResponse(exchange);
  if (reading === void 0) return NOT_JUDGED;
  const ranks = /* @__PURE__ */ new Map();
  for (const event of reading.events) {
    const { place } = event;
    if (place === void 0) continue;
    const [, tool = "", phase = ""] = PHASE.exec(event.type) ?? [];
    const rank = RANKS[phase];
    const before = ranks.get(place);
    if (rank !== void 0) {
      const work = WORK[tool];
      if (!mayFollow(before, rank, phase === "completed" && work !== void 0)) {
        const owed = ["in_progress", ...work === void 0 ? [] : [work], "completed"].join(" \u2192 ");
        return [{ eventIndex: event.at, message: `The ${tool} goes ${owed}, but here ${phase} comes.` }];
      }
      ranks.set(place, rank);
    } else if (event.type === DONE2 && before !== void 0 && before < 2) {
      const { status, type } = factsOf(event.payload.item);
      if (status !== "completed") continue;
      return [{ eventIndex: event.at, message: `The ${shown(type)} is done, but its phase completed never came.` }];
    }
  }
  return KEPT;
}
function cutOnlyAtTheEnd(exchange) {
  const reading = readableResponse(exchange);
  if (reading === void 0) return NOT_JUDGED;
  const [terminal] = reading.terminals;
  const last = reading.events.findLast(({ type }) => type === ADDED);
  const lastPlace = last?.place;
  for (const event of reading.events) {
    const { place } = event;
    if (event.type !== DONE2 || place === void 0 || factsOf(event.payload.item).status !== "incomplete") continue;
    if (lastPlace !== void 0 && place < lastPlace) {
      return [{ eventIndex: event.at, message: `The item ${place} is incomplete, so it must be the last one.` }];
    }
    if (terminal?.type === "response.completed") {
      const message2 = `The item ${place} is incomplete, so the response must end with response.incomplete.`;
      return [{ eventIndex: terminal.at, message: message2 }];
    }
  }
  const output = listOf(factsOf(terminal?.payload.response).output);
  const cut = output.findIndex((item) => factsOf(item).status === "incomplete");
  if (terminal === void 0 || cut < 0 || cut === output.length - 1 && terminal.type !== "response.completed") {
    return KEPT;
  }
  const message = `The item ${cut} of the output is incomplete: it must be the last one of an incomplete response.`;
  return [{ eventIndex: terminal.at, message }];
}

// src/laws/responses-order.ts
function bearTheirNames(exchange) {
  const reading = responseReading(exchange);
  const { events: given } = exchange.reply;
  if (reading === void 0 || given === void 0) return NOT_JUDGED;
  const [eventIndex] = reading.unreadable;
  if (eventIndex !== void 0) {
    return [{ eventIndex, message: `An event must be JSON with a type, but it is ${shown(given[eventIndex]?.data)}.` }];
  }
  for (const { at, type } of reading.events) {
    const name = given[at]?.event;
    if (name === type) continue;
    return [{ eventIndex: at, message: `The name of the event must be its type ${shown(type)}, not ${shown(name)}.` }];
  }
  return KEPT;
}
function countUp(exchange) {
  const reading = readableResponse(exchange);
  if (reading === void 0) return NOT_JUDGED;
  let owed;
  for (const { at, payload } of reading.events) {
    const came = payload.sequence_number;
    const isRight = owed === void 0 ? came === 0 || came === 1 : came === owed;
    if (!isRight) {
      const message = `sequence_number must be ${owed ?? "0 or 1"} here, but it is ${shown(came)}.`;
      return [{ eventIndex: at, message }];
    }
    owed = came + 1;
  }
  return KEPT;
}
var CREATED = "response.created";
var FIRST_STEPS = {
  [CREATED]: ["response.in_progress", "response.queued", "response.failed", "error"],
  "response.queued": ["response.in_progress", "response.failed", "error"]
};
function beginInOrder(exchange) {
  const reading = readableResponse(exchange);
  const events2 = reading?.events.filter(({ type }) => type === "error" || type.startsWith("response."));
  const first = events2?.[0];
  if (events2 === void 0 || first === void 0 || first.type === "error") return NOT_JUDGED;
  if (first.type !== CREATED) {
    return [{ eventIndex: first.at, message: `The first event must be ${CREATED}, but it is ${shown(first.type)}.` }];
  }
  for (const [position2, { at, type }] of events2.entries()) {
    if (position2 > 0 && type === CREATED) {
      return [{ eventIndex: at, message: `${CREATED} must come once, at the beginning.` }];
    }
    const next = events2[position2 + 1];
    if (position2 > 1 || next === void 0 || FIRST_STEPS[type]?.includes(next.type) !== false) continue;
    const message = `After ${type} comes response.in_progress, but here it is ${shown(next.type)}.`;
    return [{ eventIndex: next.at, message }];
  }
  return KEPT;
}
function endOnce(exchange) {
  const reading = responseReading(exchange);
  if (reading === void 0 || reading.unreadable.length > 0) return NOT_JUDGED;
  const [terminal, another] = reading.terminals;
  if (terminal === void 0) {
    if (reading.events.some(({ type }) => type === "error")) return NOT_JUDGED;
    return [{ message: "The stream must end with response.completed, response.failed or response.incomplete." }];
  }
  if (another !== void 0) {
    return [{ eventIndex: another.at, message: `The response has ended before, with ${terminal.type}.` }];
  }
  const owed = terminal.type.slice("response.".length);
  const { status } = factsOf(terminal.payload.response);
  if (status === owed) return KEPT;
  const message = `The status of the response must be ${owed} in ${terminal.type}, but it is ${shown(status)}.`;
  return [{ eventIndex: terminal.at, message }];
}
function failAfterErrors(exchange) {
  const reading = readableResponse(exchange);
  if (reading === void 0) return NOT_JUDGED;
  const error = reading.events.findLast(({ type }) => type === "error");
  if (error === void 0) return KEPT;
  if (reading.events.some(({ at, type }) => at > error.at && type === "response.failed")) return KEPT;
  return [{ eventIndex: error.at, message: "response.failed must follow an error, but it does not." }];
}
function endAsTheyShould(exchange, context) {
  const reading = readableResponse(exchange);
  const terminal = reading?.terminals.at(-1);
  if (reading === void 0 || terminal === void 0) return NOT_JUDGED;
  const stray = reading.events.find(({ at }) => at > terminal.at);
  if (stray !== void 0) {
    return [{ eventIndex: stray.at, message: `Nothing may follow ${terminal.type}, but ${shown(stray.type)} does.` }];
  }
  const [sentinel, another] = reading.sentinels;
  if (!hasSentinel(context)) {
    if (sentinel === void 0) return KEPT;
    return [{ eventIndex: sentinel, message: `Nothing may follow ${terminal.type}, but ${SENTINEL} does.` }];
  }
  if (sentinel === void 0) return [{ message: `${SENTINEL} must follow ${terminal.type}, but the stream ends.` }];
  if (another === void 0 && sentinel > terminal.at) return KEPT;
  return [{ eventIndex: another ?? sentinel, message: `${SENTINEL} must come once, after ${terminal.type}.` }];
}
function hasSentinel({ operation, profile, isBound }) {
  const stream2 = successOf(operation)?.stream;
  return isBound && stream2 !== void 0 ? stream2.sentinel !== null : profile !== "openai";
}

// src/laws/responses-parts.ts
var part = (list, field = "text") => ({ list, field });
var TEXTS3 = {
  output_text: part("content"),
  refusal: part("content", "refusal"),
  reasoning_text: part("content"),
  reasoning_summary_text: part("summary"),
  function_call_arguments: part("arguments", "arguments"),
  mcp_call_arguments: part("arguments", "arguments"),
  custom_tool_call_input: part("input", "input"),
  code_interpreter_call_code: part("code", "code")
};
var PART_EVENTS = new Map([
  ...Object.entries(TEXTS3).flatMap(([name, of]) => [
    [`response.${name}.delta`, { move: "delta", ...of }],
    [`response.${name}.done`, { move: "end", ...of }]
  ]),
  ["response.output_text.annotation.added", { move: "note", ...part("content") }],
  ["response.content_part.added", { move: "open", ...part("content") }],
  ["response.content_part.done", { move: "close", ...part("content") }],
  ["response.reasoning_summary_part.added", { move: "open", ...part("summary") }],
  ["response.reasoning_summary_part.done", { move: "close", ...part("summary") }]
]);
function keyOf2({ list }, { content_index, summary_index }) {
  const index = list === "content" ? content_index : list === "summary" ? summary_index : void 0;
  return typeof index === "number" ? `${list}/${index}` : list;
}
var TOLD_AS_TEXT = /* @__PURE__ */ new Set(["output_text", "refusal", "reasoning_text", "summary_text"]);
var isListed = (key) => key.startsWith("content") || key.startsWith("summary");
function tellTheirParts(exchange) {
  const reading = readableResponse(exchange);
  if (reading === void 0) return NOT_JUDGED;
  const items = /* @__PURE__ */ new Map();
  for (const event of reading.events) {
    const { place } = event;
    if (place === void 0) continue;
    if (event.type === ADDED) {
      items.set(place, { id: factsOf(event.payload.item).id, parts: /* @__PURE__ */ new Map() });
      continue;
    }
    const item = items.get(place);
    if (item === void 0) continue;
    const owed = misnamed(item.id, event.payload, event.type) ?? departure(item.parts, event.type, event.payload);
    if (owed !== void 0) return [{ eventIndex: event.at, message: `Item ${place}, ${event.type}: ${owed}.` }];
    if (event.type === DONE2) items.delete(place);
  }
  return KEPT;
}
function misnamed(id, payload, type) {
  const came = type === DONE2 ? factsOf(payload.item).id : payload.item_id;
  if (typeof id !== "string" || typeof came !== "string" || id === came) return void 0;
  return `the id of the item must be ${shown(id)}, not ${shown(came)}`;
}
function departure(parts, type, payload) {
  if (type === DONE2) return findUnfinished(parts, factsOf(payload.item));
  const event = PART_EVENTS.get(type);
  if (event === void 0) return void 0;
  const key = keyOf2(event, payload);
  let state = parts.get(key);
  if (state === void 0) {
    state = { type: void 0, isOpen: false, hasDeltas: false, isEnded: false, isClosed: false };
    parts.set(key, state);
  }
  const wrong = WRONG[event.move](state, isListed(key), type);
  if (wrong !== void 0) return `${wrong} (${key})`;
  if (event.move === "open") Object.assign(state, { isOpen: true, type: factsOf(payload.part).type });
  else if (event.move === "delta") state.hasDeltas = true;
  else if (event.move === "end") state.isEnded = true;
  else if (event.move === "close") state.isClosed = true;
  return void 0;
}
var needsPart = (isInList, type) => isInList && !type.startsWith("response.reasoning_text.");
var WRONG = {
  open: ({ isOpen }) => isOpen ? "the part was added before" : void 0,
  delta: ({ isOpen, isEnded, isClosed }, isInList, type) => {
    if (isEnded || isClosed) return "the text has ended before";
    return !isOpen && needsPart(isInList, type) ? "the part must be added first" : void 0;
  },
  end: ({ isOpen, isEnded, isClosed }, isInList, type) => {
    if (isEnded || isClosed) return "the text has ended before";
    return !isOpen && needsPart(isInList, type) ? "the part must be added first" : void 0;
  },
  note: ({ isOpen, isClosed }) => !isOpen || isClosed ? "the part must be there, and not done yet" : void 0,
  close: ({ isOpen, isEnded, isClosed, type }) => {
    if (!isOpen) return "the part must be added first";
    if (isClosed) return "the part is done already";
    return !isEnded && TOLD_AS_TEXT.has(type) ? "its text must be done first" : void 0;
  }
};
function findUnfinished(parts, { status, type }) {
  if (status === "incomplete" || status === "failed") return void 0;
  for (const [key, { isOpen, hasDeltas, isEnded, isClosed }] of parts) {
    if (isOpen && !isClosed) return `the part must be done first (${key})`;
    if (type === "function_call" && hasDeltas && !isEnded) return "the arguments must be done first";
  }
  return void 0;
}

// src/laws/responses-texts.ts
function sayTheSame(exchange) {
  const reading = readableResponse(exchange);
  if (reading === void 0) return NOT_JUDGED;
  const texts = /* @__PURE__ */ new Map();
  const places = /* @__PURE__ */ new Set();
  const done = /* @__PURE__ */ new Map();
  for (const event of reading.events) {
    const { place, type } = event;
    if (place === void 0) continue;
    if (type === ADDED || type === DONE2) places.add(place);
    let told = texts.get(place);
    if (told === void 0) {
      told = /* @__PURE__ */ new Map();
      texts.set(place, told);
    }
    const { item } = event.payload;
    const change2 = type === DONE2 && isFacts(item) ? compareItem(told, item) : compare(told, event);
    if (change2 !== void 0 && isMisplaced(exchange, reading, place)) return NOT_JUDGED;
    if (change2 !== void 0) return [{ eventIndex: event.at, message: `Item ${place}, ${type}: ${change2}.` }];
    if (type === DONE2 && isFacts(item)) done.set(place, item);
  }
  const [terminal] = reading.terminals;
  const change = terminal === void 0 ? void 0 : compareOutput(places.size, done, terminal);
  return change === void 0 ? KEPT : [{ eventIndex: terminal?.at ?? 0, message: `${change}.` }];
}
function isMisplaced(exchange, reading, place) {
  const ruling = tellTheirParts(exchange);
  if (ruling === NOT_JUDGED) return false;
  return ruling.some(
    ({ eventIndex }) => reading.events.some((event) => event.at === eventIndex && event.place === place)
  );
}
var unlike = (came, owed) => `the text must be what was told before, ${shown(owed)}, not ${shown(came)}`;
function compare(told, { type, payload }) {
  const event = PART_EVENTS.get(type);
  if (event === void 0 || event.move === "note") return void 0;
  const key = keyOf2(event, payload);
  const before = told.get(key);
  const came = textIn(event, payload);
  if (event.move === "delta") {
    if (before?.isEnded) return void 0;
    told.set(key, { text: (before?.hasDeltas ? before.text : "") + (came ?? ""), hasDeltas: true, isEnded: false });
    return void 0;
  }
  if (came === void 0) return void 0;
  if (event.move !== "open" && before !== void 0 && before.text !== came) return unlike(came, before.text);
  told.set(key, { text: came, hasDeltas: false, isEnded: event.move !== "open" });
  return void 0;
}
function textIn({ move, field }, payload) {
  const value = move === "delta" ? payload.delta : move === "end" ? payload[field] : textOf3(payload.part);
  return typeof value === "string" ? value : void 0;
}
var textOf3 = (part2) => factsOf(part2).text ?? factsOf(part2).refusal;
var compareItem = (told, item) => compareTexts(new Map([...told].map(([key, { text }]) => [key, text])), item);
function compareTexts(owed, item) {
  const texts = new Map(textsOf2(item));
  for (const [key, text] of owed) {
    const came = texts.get(key);
    if (came === void 0 ? text !== "" && isMissed(key, item) : came !== text) return unlike(came, text);
  }
  return void 0;
}
function isMissed(key, item) {
  const [list = "", index] = key.split("/");
  if (list === "content" || list === "summary")
    return index !== void 0 && (Array.isArray(item[list]) || item.type === "message");
  return true;
}
function textsOf2(item) {
  const texts = [
    ...["content", "summary"].flatMap(
      (list) => listOf(item[list]).map((part2, index) => [`${list}/${index}`, textOf3(part2)])
    ),
    ...["arguments", "input", "code"].map((name) => [name, item[name]])
  ];
  return texts.filter((entry) => typeof entry[1] === "string");
}
function compareOutput(count, done, { type, payload }) {
  const { output } = factsOf(payload.response);
  if (!Array.isArray(output) || type === "response.failed") return void 0;
  if (output.length !== count) return `The output must hold the ${count} items that were told, not ${output.length}`;
  const byId = new Map(output.map((item) => [factsOf(item).id, factsOf(item)]));
  for (const [place, item] of done) {
    const last = byId.get(item.id) ?? factsOf(output[place]);
    const change = compareTexts(new Map(textsOf2(item)), last);
    if (change !== void 0) return `Item ${place} of the output: ${change}`;
  }
  return void 0;
}

// src/laws/responses-stream.ts
var REFERENCE2 = "OpenAI API reference, streaming events of responses";
var OPEN_RESPONSES = "Open Responses specification, streaming";
var row2 = (id, { summary, source = REFERENCE2, check, weight = severity("ERROR") }) => ({
  id: `responses.${id}`,
  summary,
  source,
  severity: weight,
  judges: "stream",
  check
});
var responsesLaws = [
  row2("R1", {
    summary: "The name of every event is the type of its payload.",
    source: `${REFERENCE2}; ${OPEN_RESPONSES}`,
    check: bearTheirNames
  }),
  row2("R2", {
    summary: "sequence_number starts at 0 or 1 and rises by one with every event.",
    source: `convention; ${REFERENCE2}: sequence_number`,
    // Its clients do not count.
    weight: severity("ERROR", { openai: "WARN" }),
    check: countUp
  }),
  row2("R3", {
    summary: "response.created comes first, then response.queued or none, then response.in_progress.",
    check: beginInOrder
  }),
  row2("R4", {
    summary: "One event ends the response: completed, failed or incomplete, with that status.",
    check: endOnce
  }),
  row2("R5", {
    summary: "Items are numbered from 0, and each is added, told and done.",
    check: openAndClose
  }),
  row2("R6", {
    summary: "A part is added, told in deltas, its text done and itself done, all under the id of its item.",
    check: tellTheirParts
  }),
  row2("R7", {
    summary: "The deltas join to the text that the part, the item and the final response have.",
    source: `convention; ${REFERENCE2}`,
    check: sayTheSame
  }),
  row2("R8", {
    summary: "A hosted tool is in progress, then at its work, then completed, and never goes back.",
    source: `convention; ${REFERENCE2}`,
    // Its clients wait for the item, not for the phases.
    weight: severity("ERROR", { openai: "WARN" }),
    check: runTheirPhases
  }),
  row2("R9", {
    summary: "An incomplete item is the last one, and the response is incomplete.",
    source: OPEN_RESPONSES,
    check: cutOnlyAtTheEnd
  }),
  row2("R10", {
    summary: "response.failed follows an error.",
    source: OPEN_RESPONSES,
    check: failAfterErrors
  }),
  row2("R11", {
    summary: "The sentinel [DONE] follows the end of the response where the profile has one, and nothing else does.",
    source: `${OPEN_RESPONSES}; the pages of the operations; OpenAI's own streams have none`,
    // Its clients stop at a sentinel all the same.
    weight: severity("ERROR", { openai: "WARN" }),
    check: endAsTheyShould
  })
];

// src/laws/speech.ts
init_sniff();
var FORMS = {
  mp3: { mediaTypes: ["audio/mpeg", "audio/mp3"], magic: "mp3" },
  opus: { mediaTypes: ["audio/opus", "audio/ogg"], magic: "ogg" },
  aac: { mediaTypes: ["audio/aac", "audio/x-aac", "audio/aacp"], magic: "aac" },
  flac: { mediaTypes: ["audio/flac", "audio/x-flac"], magic: "flac" },
  wav: { mediaTypes: ["audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"], magic: "wav" },
  pcm: { mediaTypes: ["audio/pcm", "audio/l16"], magic: void 0 }
};
function isInForm({ request, reply }) {
  if (!isFacts(request.body) || !(reply.body instanceof Uint8Array)) return NOT_JUDGED;
  const header = reply.headers["content-type"];
  const mediaType = typeof header === "string" ? parseMediaType(header)?.essence : void 0;
  const { response_format: asked, model } = request.body;
  const format2 = asked ?? "mp3";
  if (typeof format2 !== "string" || !Object.hasOwn(FORMS, format2)) return NOT_JUDGED;
  const wanted = FORMS[format2];
  const isNamed = mediaType !== void 0 && wanted.mediaTypes.includes(mediaType);
  const form = isNamed || hasAllFormats(model) ? wanted : Object.values(FORMS).find(isOf(mediaType));
  if (form === void 0 || !isOf(mediaType)(form)) {
    const message = `The media type must be ${wanted.mediaTypes[0]} for ${format2}, but it is ${mediaType ?? "not told"}.`;
    return [{ pointer: "", message }];
  }
  const magic = sniff(reply.body);
  if (form.magic === void 0 || form.magic === magic) return KEPT;
  return [
    {
      pointer: "",
      message: `The bytes must be ${form.magic} as ${mediaType} says, but they are ${magic ?? "of no known format"}.`
    }
  ];
}
var isOf = (mediaType) => ({ mediaTypes }) => mediaType !== void 0 && mediaTypes.includes(mediaType);
var hasAllFormats = (model) => typeof model === "string" && (model.startsWith("openai/") || !model.includes("/"));
var speechLaws = [
  {
    id: "speech.S1",
    summary: "The media type and the first bytes of a recording are of the format that response_format asks for.",
    source: "orq API reference, POST /v2/proxy/audio/speech: response_format",
    severity: severity("ERROR"),
    judges: "reply",
    check: isInForm
  }
];

// src/laws/tools.ts
function areCallable({ request, reply }) {
  if (!isFacts(reply.body)) return NOT_JUDGED;
  const calls = callsOf(reply.body);
  if (calls.length === 0) return KEPT;
  if (!isFacts(request.body) || hasKeptPrompt(request.body)) return NOT_JUDGED;
  const tools = toolsOf(request.body);
  const rulings = calls.map((call) => judgeCall(call, tools));
  return rulings.some((ruling) => ruling instanceof Promise) ? Promise.all(rulings).then(merge) : merge(rulings);
}
function merge(rulings) {
  const faults = rulings.flatMap((ruling) => ruling === NOT_JUDGED ? [] : ruling);
  if (faults.length > 0) return faults;
  return rulings.includes(NOT_JUDGED) ? NOT_JUDGED : KEPT;
}
function judgeCall(call, tools) {
  const { pointer, name, isCut } = call;
  if (typeof name !== "string") return KEPT;
  if (!tools.has(name)) {
    const known6 = [...tools.keys()].slice(0, 8).map(shown).join(", ") || "none";
    return [
      {
        pointer: `${pointer}/name`,
        message: `The call must name a tool of the request (${known6}), not ${shown(name)}.`
      }
    ];
  }
  if (typeof call.arguments !== "string" || isCut) return KEPT;
  const given = parse3(call.arguments);
  const fault = (message) => [{ pointer: `${pointer}/arguments`, message }];
  if (given === void 0) return fault(`The arguments must be JSON, but they are ${shown(call.arguments)}.`);
  const alternatives = tools.get(name) ?? [];
  if (alternatives.some((parameters) => parameters === void 0 || parameters === null)) return KEPT;
  const ruleOn = (fits2) => {
    if (fits2.includes(true)) return KEPT;
    return fits2.includes(void 0) ? NOT_JUDGED : fault(`The arguments must fit the parameters of ${shown(name)}, but they are ${shown(given.value)}.`);
  };
  const judges = alternatives.map(judgeOf);
  return judges.some((judge2) => judge2 instanceof Promise) ? Promise.all(judges).then((ready) => ruleOn(ready.map((judge2) => judge2(given.value)))) : ruleOn(judges.map((judge2) => judge2(given.value)));
}
function parse3(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return void 0;
  }
}
var NO_CALLS = Object.freeze([]);
function callsOf(reply) {
  let calls;
  for (const [position2, choice] of listOf(reply.choices).entries()) {
    const { message, finish_reason: reason } = factsOf(choice);
    for (const [place, call] of listOf(factsOf(message).tool_calls).entries()) {
      const named = factsOf(call).function;
      if (!isFacts(named)) continue;
      calls ??= [];
      calls.push({
        pointer: `/choices/${position2}/message/tool_calls/${place}/function`,
        name: named.name,
        arguments: named.arguments,
        isCut: reason === "length" || reason === "content_filter"
      });
    }
  }
  for (const [position2, item] of listOf(reply.output).entries()) {
    const { type, name, arguments: given, status } = factsOf(item);
    if (type !== "function_call") continue;
    calls ??= [];
    const isCut = status === "incomplete" || status === "in_progress";
    calls.push({ pointer: `/output/${position2}`, name, arguments: given, isCut });
  }
  return calls ?? NO_CALLS;
}
function toolsOf(request) {
  const declared = [...listOf(request.tools), ...listOf(request.functions)].map((tool) => {
    const flat = factsOf(tool);
    return isFacts(flat.function) ? flat.function : flat;
  });
  const tools = /* @__PURE__ */ new Map();
  for (const { name, parameters } of declared) tools.set(name, [...tools.get(name) ?? [], parameters]);
  return tools;
}
var toolsLaws = [
  {
    id: "tools.A1",
    summary: "Every tool call names a tool of the request, and its arguments are JSON that fits the tool's parameters.",
    source: "OpenAI API reference, the chat completion object: tool_calls; the function calling guide",
    // The reference warns that a model may invent parameters; a twin never does.
    severity: severity("ERROR", { openai: "WARN" }),
    judges: "reply",
    check: areCallable
  }
];

// src/laws/subtitles.ts
function faultOfSubRip(text) {
  const cues = [];
  for (const { lines, line } of blocksOf(text)) {
    const number2 = cues.length + 1;
    if (lines[0]?.trim() !== String(number2)) return `line ${line} must number the cue ${number2}`;
    const times = /^(\d{2,}:[0-5]\d:[0-5]\d,\d{3}) --> (\d{2,}:[0-5]\d:[0-5]\d,\d{3})$/.exec(lines[1]?.trimEnd() ?? "");
    if (times === null) return `line ${line + 1} must be times such as 00:00:01,000 --> 00:00:02,500`;
    cues.push({ line: line + 1, start: toMs(times[1]), end: toMs(times[2]) });
  }
  return faultOfTimes(cues);
}
var VTT_TIMES = /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t]+\S.*)?$/;
function faultOfWebVtt(text) {
  const [header, ...blocks] = blocksOf(text.replace(/^\ufeff/, ""));
  if (header === void 0 || header.line !== 1 || !/^WEBVTT(?:[ \t]|$)/.test(header.lines[0])) {
    return "line 1 must begin with WEBVTT";
  }
  if (header.lines.some((line) => line.includes("-->"))) return "a blank line must follow the header";
  const cues = [];
  for (const { lines, line } of blocks) {
    if (/^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$)/.test(lines[0])) continue;
    const at = lines[0]?.includes("-->") ? 0 : 1;
    const times = VTT_TIMES.exec(lines[at] ?? "");
    if (times === null) return `line ${line + at} must be times such as 00:01.000 --> 00:02.500`;
    if (lines.slice(at + 1).some((payload) => payload.includes("-->")))
      return `the cue at line ${line} must not hold -->`;
    cues.push({ line: line + at, start: toMs(times[1]), end: toMs(times[2]) });
  }
  return faultOfTimes(cues);
}
function faultOfTimes(cues) {
  let earliest = 0;
  for (const { line, start, end } of cues) {
    if (end < start) return `the cue at line ${line} must not end before it starts`;
    if (start < earliest) return `the cue at line ${line} must not start before the one above it`;
    earliest = start;
  }
  return void 0;
}
function blocksOf(text) {
  const blocks = [];
  let isInside = false;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line === "") isInside = false;
    else if (isInside) blocks.at(-1)?.lines.push(line);
    else {
      blocks.push({ lines: [line], line: index + 1 });
      isInside = true;
    }
  }
  return blocks;
}
function toMs(time2 = "") {
  const [ms = 0, seconds = 0, minutes = 0, hours = 0] = time2.split(/[:.,]/).map(Number).reverse();
  return ((hours * 60 + minutes) * 60 + seconds) * 1e3 + ms;
}

// src/laws/transcription.ts
function isAsAsked2({ request, reply }) {
  if (!isFacts(request.body) || reply.body === void 0) return NOT_JUDGED;
  const format2 = request.body.response_format ?? "json";
  const check = typeof format2 === "string" && Object.hasOwn(CHECKS, format2) ? CHECKS[format2] : void 0;
  if (check === void 0) return NOT_JUDGED;
  const fault = check(reply.body);
  return fault === void 0 ? KEPT : [fault];
}
var asText = (name, faultOf) => (body) => {
  if (typeof body !== "string")
    return { pointer: "", message: `The answer must be ${name}, but it is ${kindOf(body)}.` };
  const fault = faultOf(body);
  return fault === void 0 ? void 0 : { pointer: "", message: `The answer must be ${name}: ${fault}.` };
};
var asJson = (body) => {
  if (isFacts(body) || typeof body === "string") return void 0;
  return { pointer: "", message: `The answer must be a JSON object, but it is ${kindOf(body)}.` };
};
var asVerbose = (body) => {
  if (!isFacts(body)) return { pointer: "", message: `The answer must be a JSON object, but it is ${kindOf(body)}.` };
  return fallingTime(body.segments, "/segments") ?? fallingTime(body.words, "/words") ?? listOf(body.words).reduce(
    (fault, word, index) => fault ?? fallingTime(factsOf(word).characters, `/words/${index}/characters`),
    void 0
  );
};
var CHECKS = {
  json: asJson,
  verbose_json: asVerbose,
  text: asText("plain text", () => void 0),
  srt: asText("SubRip subtitles", faultOfSubRip),
  vtt: asText("WebVTT subtitles", faultOfWebVtt)
};
function fallingTime(stretches, pointer) {
  let earliest = 0;
  for (const [position2, stretch] of listOf(stretches).entries()) {
    const { start, end } = factsOf(stretch);
    if (typeof start !== "number") continue;
    const at = `${pointer}/${position2}`;
    if (start < earliest)
      return { pointer: `${at}/start`, message: `start must be at least ${earliest}, but it is ${start}.` };
    if (typeof end === "number" && end < start) {
      return { pointer: `${at}/end`, message: `end must be at least ${start}, but it is ${shown(end)}.` };
    }
    earliest = start;
  }
  return void 0;
}
function kindOf(body) {
  if (isFacts(body)) return "a JSON object";
  return ArrayBuffer.isView(body) ? "bytes" : shown(body);
}
var transcriptionLaws = [
  {
    id: "transcription.W1",
    summary: "A transcript parses as the response_format that was asked for, and its times never fall.",
    source: "OpenAI API reference, create transcription: response_format; WebVTT, section 4.1",
    severity: severity("ERROR"),
    judges: "reply",
    check: isAsAsked2
  }
];

// src/laws/usage.ts
init_json_pointer();
function addsUp({ reply }, { profile }) {
  const usage = isFacts(reply.body) ? reply.body.usage : void 0;
  if (!isFacts(usage)) return NOT_JUDGED;
  const negative = negativeCount(usage);
  if (negative !== void 0) return [negative];
  const read2 = usage.prompt_tokens ?? usage.input_tokens;
  const written = usage.completion_tokens ?? usage.output_tokens ?? 0;
  const total = usage.total_tokens;
  if (typeof read2 !== "number" || typeof written !== "number" || typeof total !== "number") return KEPT;
  if (total === read2 + written) return KEPT;
  const { reasoning_tokens: reasoned } = factsOf(usage.completion_tokens_details ?? usage.output_tokens_details);
  if (profile === "openai" && typeof reasoned === "number" && total === read2 + written + reasoned) return KEPT;
  return [
    {
      pointer: "/usage/total_tokens",
      message: `total_tokens must be ${read2} + ${written} = ${read2 + written}, but it is ${total}.`
    }
  ];
}
function negativeCount(usage, above = ["usage"]) {
  for (const name in usage) {
    const count = usage[name];
    if (typeof count === "number") {
      if (count < 0) {
        return { pointer: toPointer([...above, name]), message: `${name} must not be negative, but it is ${count}.` };
      }
    } else if (above.length === 1 && isFacts(count)) {
      const fault = negativeCount(count, [...above, name]);
      if (fault !== void 0) return fault;
    }
  }
  return void 0;
}
var usageLaws = [
  {
    id: "usage.U1",
    summary: "The total is the sum of the tokens read and the tokens written, and no count is negative.",
    source: "OpenAI API reference, the completion usage object: total_tokens is prompt + completion",
    severity: severity("ERROR"),
    judges: "reply",
    check: addsUp
  }
];

// src/laws/laws.ts
var FAMILIES = /* @__PURE__ */ new Map([
  ["framing", framingLaws],
  ["chat", chatLaws],
  ["completions", completionsLaws],
  ["responses", responsesLaws],
  ["usage", usageLaws],
  ["choices", choicesLaws],
  ["tools", toolsLaws],
  ["format", formatLaws],
  ["embeddings", embeddingsLaws],
  ["rerank", rerankLaws],
  ["moderation", moderationLaws],
  ["images", imagesLaws],
  ["speech", speechLaws],
  ["transcription", transcriptionLaws],
  ["metadata", metadataLaws]
]);

// src/laws/check-exchange.ts
function checkExchange(exchange, options) {
  const { operation, profile = profileOf(operation), isChecked = false } = options;
  const isBound = options.profile === void 0 || options.profile === operation.profile;
  const plan = planOf(operation, profile);
  const { events: events2, status } = exchange.reply;
  if (events2 === void 0 && status >= 400) return plan.whole.noneJudged;
  const turns = events2 === void 0 ? plan.wholeTurns : status >= 400 ? plan.errorTurns : plan.streamTurns;
  return askInTurn(turns, 0, exchange, { operation, profile, isBound, isChecked });
}
function askInTurn(turns, at, given, context) {
  const bench = turns[at];
  const exchange = bench.readsReply ? withReply(given, context) : given;
  const judgement2 = ask(bench, exchange, context);
  const goOn2 = (soFar) => {
    if (at === turns.length - 1) return soFar;
    const isSound = !soFar.findings.some(({ severity: severity2 }) => severity2 === "ERROR");
    const rest = isSound ? askInTurn(turns, at + 1, given, context) : noneOf(turns.slice(at + 1));
    return rest instanceof Promise ? rest.then((later) => sum(soFar, later)) : sum(soFar, rest);
  };
  return judgement2 instanceof Promise ? judgement2.then(goOn2) : goOn2(judgement2);
}
function withReply(exchange, { operation }) {
  const { events: events2, body } = exchange.reply;
  if (events2 === void 0 || body !== void 0) return exchange;
  const told = toldBy(events2, successOf(operation)?.stream?.laws);
  return told === void 0 ? exchange : { ...exchange, reply: { ...exchange.reply, body: told } };
}
var sum = (one, other) => ({
  findings: [...one.findings, ...other.findings],
  judged: [...one.judged, ...other.judged],
  notJudged: [...one.notJudged, ...other.notJudged]
});
var noneOf = (benches) => benches.map(({ noneJudged }) => noneJudged).reduce(sum);
function ask({ laws, allKept }, exchange, context) {
  let rulings;
  let mustWait = false;
  for (let index = 0; index < laws.length; index++) {
    const ruling = laws[index].law.check(exchange, context);
    if (ruling === KEPT) continue;
    rulings ??= new Array(laws.length).fill(KEPT);
    rulings[index] = ruling;
    mustWait ||= ruling instanceof Promise;
  }
  if (rulings === void 0) return allKept;
  return mustWait ? Promise.all(rulings).then((all) => judgement(laws, all)) : judgement(laws, rulings);
}
function judgement(laws, rulings) {
  const findings = [];
  const judged = [];
  const notJudged = [];
  for (const [index, { law, severity: severity2 }] of laws.entries()) {
    const ruling = rulings[index];
    (ruling === NOT_JUDGED ? notJudged : judged).push(law.id);
    if (ruling === NOT_JUDGED) continue;
    for (const fault of ruling) findings.push({ law: law.id, severity: severity2, ...fault, source: law.source });
  }
  return { findings, judged, notJudged };
}
var plans = /* @__PURE__ */ new WeakMap();
function planOf(operation, profile) {
  let byProfile = plans.get(operation);
  if (byProfile === void 0) {
    byProfile = /* @__PURE__ */ new Map();
    plans.set(operation, byProfile);
  }
  let plan = byProfile.get(profile);
  if (plan === void 0) {
    plan = makePlan(operation, profile);
    byProfile.set(profile, plan);
  }
  return plan;
}
function makePlan(operation, profile) {
  const plannedOf = (families) => families.flatMap((family) => FAMILIES.get(family) ?? []).flatMap((law) => {
    const severity2 = law.severity[profile];
    return severity2 === "OFF" ? [] : [{ law, severity: severity2 }];
  });
  const framing = plannedOf(["framing"]);
  const stream2 = plannedOf([successOf(operation)?.stream?.laws ?? ""]);
  const semantics = plannedOf(operation.laws);
  const whole = benchOf(semantics, true);
  const payloads = stream2.filter(({ law }) => law.judges === "stream");
  const told = [...stream2.filter(({ law }) => law.judges === "reply"), ...semantics];
  return {
    whole,
    wholeTurns: [whole],
    streamTurns: [benchOf(framing), benchOf(payloads), benchOf(told, true)],
    errorTurns: [benchOf([...framing, ...payloads].filter(({ law }) => law.ofErrors))]
  };
}
function benchOf(laws, readsReply = false) {
  const ids = Object.freeze(laws.map(({ law }) => law.id));
  return {
    laws,
    readsReply,
    allKept: Object.freeze({ findings: NONE, judged: ids, notJudged: NONE }),
    noneJudged: Object.freeze({ findings: NONE, judged: NONE, notJudged: ids })
  };
}
var NONE = Object.freeze([]);
var profileOf = ({ profile }) => PROFILES.find((known6) => known6 === profile) ?? "openai";

// ../../w2streams/judge.ts
var OPS = { chat: "orqProxyCreateChatCompletion", completions: "orqProxyCreateCompletion", responses: "orqProxyCreateResponse" };
async function judge(family, bytes, profile = "openai", body, whole) {
  const operation = ownContract().operations.find((o) => o.id === OPS[family]);
  const reply = { ...streamReply({ status: 200, headers: { "content-type": "text/event-stream" }, bytes }), body: whole };
  return { reply, j: await checkExchange({ operationId: operation.id, request: { method: "POST", path: operation.path, query: "", headers: {}, body }, reply }, { operation, profile }) };
}
if (process.argv[1]?.endsWith("judge.mjs")) {
  const dir = process.argv[2];
  for (const f of readdirSync(dir).filter((f2) => f2.endsWith(".sse"))) {
    const { reply, j } = await judge(f.split(".")[0], readFileSync2(join2(dir, f)));
    console.log(f, reply.events.length, "notJudged", j.notJudged.join(" "));
    for (const x of j.findings) console.log("   ", x.severity, x.law, x.eventIndex, x.message.slice(0, 200));
  }
}

// ../../w2streams/perf.ts
var u = (s2) => new TextEncoder().encode(s2);
function time(name, f) {
  const t = performance.now();
  let r;
  try {
    r = f();
  } catch (e) {
    r = String(e).slice(0, 120);
  }
  console.log(name, Math.round(performance.now() - t), "ms", typeof r === "object" ? JSON.stringify(r).slice(0, 100) : r);
}
async function timeA(name, f) {
  const t = performance.now();
  const r = await f();
  console.log(name, Math.round(performance.now() - t), "ms", JSON.stringify(r)?.slice(0, 200));
}
var feed = (b, size, max) => {
  const d = createDecoder(max ? { maxEventBytes: max } : {});
  let n2 = 0;
  for (let at = 0; at < b.length; at += size) n2 += d.push(b.subarray(at, at + size)).length;
  const e = d.end();
  return n2;
};
for (const size of [1024, 16384, 1 << 20]) {
  time(`20MB event ${size}`, () => feed(u(`data: ${"x".repeat(2e7)}

`), size, 64e6));
  time(`20MB line no end ${size}`, () => feed(u("x".repeat(2e7)), size));
  time(`20MB many data lines ${size}`, () => feed(u("data: x\n".repeat(25e5) + "\n"), size, 64e6));
}
time("1M tiny events", () => feed(u("data: 1\n\n".repeat(1e6)), 16384));
time("1M comments", () => feed(u(":\n".repeat(1e6)), 16384));
time("5M blank lines", () => feed(u("\n".repeat(5e6)), 16384));
time("5M CR", () => feed(u("\r".repeat(5e6)), 16384));
time("1-byte pieces 2MB", () => feed(u(`data: ${"x".repeat(2e6)}

`), 1));
time("notes 1M", () => streamReply({ status: 200, headers: {}, bytes: u("foo: x\n".repeat(1e6)) }).stream.notes.length);
await timeA("\\n flood unreadable 2MB", async () => (await judge("chat", u(`data: ${"\\n".repeat(1e6)}x

data: [DONE]

`))).j.findings.map((f) => f.law));
await timeA("F7 many lines 2MB", async () => (await judge("chat", u(`${"data: x\n".repeat(3e5)}
data: [DONE]

`))).j.findings.map((f) => f.law));
var big = JSON.stringify({ id: "a", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta: { role: "assistant", content: "x".repeat(2e7) }, finish_reason: "stop" }] });
await timeA("20MB chunk judged", async () => (await judge("chat", u(`data: ${big}

data: [DONE]

`))).j.findings.map((f) => f.law));
var N = 3e5;
var chunk = (delta, fr = null) => `data: ${JSON.stringify({ id: "a", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason: fr }] })}

`;
await timeA("300k chunks judged", async () => (await judge("chat", u(chunk({ role: "assistant", content: "" }) + chunk({ content: "x" }).repeat(N) + chunk({}, "stop") + "data: [DONE]\n\n"))).j.findings.map((f) => f.law));
await timeA("300k tool fragments", async () => (await judge("chat", u(chunk({ role: "assistant", tool_calls: [{ index: 0, id: "a", type: "function", function: { name: "n", arguments: '"' } }] }) + chunk({ tool_calls: [{ index: 0, function: { arguments: "x" } }] }).repeat(N) + chunk({ tool_calls: [{ index: 0, function: { arguments: '"' } }] }) + chunk({}, "tool_calls") + "data: [DONE]\n\n"))).j.findings.map((f) => f.law));
var dc = (delta) => ({ id: "a", object: "chat.completion.chunk", choices: [{ index: 0, delta }] });
time("fold 300k details distinct", () => collectChat(Array.from({ length: N }, (_, index) => dc({ reasoning_details: [{ index, type: "t", text: "x" }] }))).choices.length);
time("fold 300k details one index", () => collectChat(Array.from({ length: N }, () => dc({ reasoning_details: [{ index: 0, type: "t", text: "x" }] }))).choices.length);
time("fold 300k parts", () => collectChat(Array.from({ length: N }, (_, i) => dc({ content: [{ type: i % 2 ? "text" : "thinking", text: "x" }] }))).choices.length);
time("fold 300k calls", () => collectChat(Array.from({ length: N }, (_, index) => dc({ tool_calls: [{ index, id: `a${index}`, function: { arguments: "{}" } }] }))).choices.length);
time("fold 300k citations members", () => collectChat(Array.from({ length: N }, (_, i) => ({ ...dc({}), [`m${i}`]: i }))).choices.length);
time("fold 300k choices", () => collectChat(Array.from({ length: N }, (_, index) => ({ choices: [{ index, delta: { content: "x" } }] }))).choices.length);
time("fold 300k x-member objects growing", () => {
  const r = collectChat(Array.from({ length: 2e4 }, (_, i) => ({ ...dc({}), x: { [`m${i}`]: i } })));
  return Object.keys(r.x).length;
});
time("fold completions 300k", () => collectCompletion(Array.from({ length: N }, () => ({ choices: [{ index: 0, text: "x", logprobs: { tokens: ["x"] } }] }))).choices.length);
var R = (type, more) => ({ type: `response.${type}`, ...more });
time("fold responses 300k deltas+annotations", () => collectResponse([R("output_item.added", { output_index: 0, item: { id: "m", type: "message", content: [] } }), R("content_part.added", { output_index: 0, content_index: 0, part: { type: "output_text", text: "", annotations: [] } }), ...Array.from({ length: N }, () => R("output_text.delta", { output_index: 0, content_index: 0, delta: "x" })), ...Array.from({ length: N }, () => R("output_text.annotation.added", { output_index: 0, content_index: 0, annotation: {} }))]).output.length);
time("fold responses 300k items", () => collectResponse(Array.from({ length: N }, (_, output_index) => R("output_item.added", { output_index, item: { id: `m${output_index}`, type: "message", content: [] } }))).output.length);
var ev = (type, i, more) => `event: response.${type}
data: ${JSON.stringify({ type: `response.${type}`, sequence_number: i, ...more })}

`;
var s = ev("created", 0, { response: { status: "in_progress", output: [] } }) + ev("in_progress", 1, { response: { status: "in_progress", output: [] } });
var n = 2;
var out = [];
for (let i = 0; i < 3e4; i++) {
  const item = { id: `m${i}`, type: "message", status: "completed", role: "assistant", content: [{ type: "output_text", text: "x", annotations: [] }] };
  out.push(item);
  const at = { item_id: item.id, output_index: i, content_index: 0 };
  s += ev("output_item.added", n++, { output_index: i, item: { ...item, content: [] } }) + ev("content_part.added", n++, { ...at, part: { ...item.content[0], text: "" } }) + ev("output_text.delta", n++, { ...at, delta: "x" }) + ev("output_text.done", n++, { ...at, text: "x" }) + ev("content_part.done", n++, { ...at, part: item.content[0] }) + ev("output_item.done", n++, { output_index: i, item });
}
s += ev("completed", n++, { response: { status: "completed", output: out } });
await timeA("30k items judged", async () => (await judge("responses", u(s))).j.findings.map((f) => f.law));
/*! Bundled license information:

sharp/dist/is.mjs:
sharp/dist/libvips.mjs:
sharp/dist/sharp.mjs:
sharp/dist/constructor.mjs:
sharp/dist/input.mjs:
sharp/dist/resize.mjs:
sharp/dist/composite.mjs:
sharp/dist/operation.mjs:
sharp/dist/colour.mjs:
sharp/dist/channel.mjs:
sharp/dist/output.mjs:
sharp/dist/utility.mjs:
sharp/dist/index.mjs:
  (*!
    Copyright 2013 Lovell Fuller and others.
    SPDX-License-Identifier: Apache-2.0
  *)
*/
