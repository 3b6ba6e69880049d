#include "guards/generated_code.h"

#include <string_view>

#include "gtest/gtest.h"

namespace hermetic {
namespace {

constexpr std::string_view kCallees[] = {"lambda",       "_tuple_new",     "hash",
                                         "type(self)",   "super",          "_dflt_*",
                                         ".__setattr__", ".__post_init__", "@_recursive_repr"};

struct SourceCase {
  const char* name;
  const char* source;
  bool inert;
};
class IsInertSourceTest : public ::testing::TestWithParam<SourceCase> {};

TEST_P(IsInertSourceTest, TellsByTheText) {
  EXPECT_EQ(IsInertSource(GetParam().source, kCallees), GetParam().inert);
}

INSTANTIATE_TEST_SUITE_P(
    Sources, IsInertSourceTest,
    ::testing::ValuesIn<SourceCase>({
        // What the standard library generates.
        {"Namedtuple", "lambda _cls, a, b: _tuple_new(_cls, (a, b))", true},
        {"NamedtupleOfSoftKeywords", "lambda _cls, type, match: _tuple_new(_cls, (type, match))",
         true},
        {"DataclassInit",
         "def __create_fn__(_type_x, MISSING, _dflt_x):\n def __init__(self, "
         "x:_type_x=MISSING)->_return:\n"
         "  self.x = _dflt_x() if x is MISSING else x\n  self.__post_init__(x)\n return __init__",
         true},
        {"DataclassRepr",
         "def f():\n @_recursive_repr\n def __repr__(self):\n"
         "  return self.__class__.__qualname__ + f\"(x={self.x!r}, y={self.y!r})\"\n return f",
         true},
        {"FrozenDataclass",
         "def f(cls):\n if type(self) is cls or name in ('x',):\n  raise cls\n"
         " super(cls, self).__setattr__(name, value)",
         true},
        {"Comparison", "def f(self, other):\n return (self.x,)==(other.x,)", true},
        {"Annotation", "typing.Optional[list[int]]", true},
        {"AnnotationWithEllipsis", "tuple[str, ...]", true},
        {"AnnotationWithLiterals", "typing.Literal[\"a\", 'b c', 3, -1.5, None]", true},
        {"Union", "int | str | None", true},
        {"AnnotationOverLines", "dict[\n  str,\n  int\n]", true},
        {"FieldNamedLikeACallee",
         "def f(_type_hash, _dflt_hash):\n def __init__(self, hash:_type_hash=_dflt_hash):\n"
         "  self.hash=hash\n def __hash__(self):\n  return hash((self.hash,))\n return __init__",
         true},
        {"CalleeAsArgument", "def f(n):\n super(n, hash)\n return hash(n)", true},
        {"RequiredParameter", "def f(a, hash):\n return hash(a)", true},
        {"NameHandedOn", "def inner(_it, _dflt_timer=_dflt_timer):\n return 1", true},
        {"VariableParameters", "def f(self, *args, **kwargs):\n return super(*args, **kwargs)",
         true},
        {"KeywordOnly", "def f(self, *, x:_type_x=-1)->_return:\n return x", true},
        {"StarInAnnotation", "tuple[*Ts]", true},
        // What a program smuggles in.
        {"Call", "__import__('os').system('x')", false},
        {"CallOfAName", "print(1)", false},
        {"CallOfAnAttribute", "os.system('x')", false},
        {"CallOfASubscript", "f[0]('x')", false},
        {"CallOfACall", "hash(1)(2)", false},
        {"CallOfAString", "'a'.join(x)", false},
        {"MethodOfAGroup", "(a).b(1)", false},
        {"Import", "def f():\n import os", false},
        {"FromImport", "from os import system", false},
        {"Class", "class A: pass", false},
        {"Decorator", "@exec\ndef f(): pass", false},
        {"DecoratorOfAnAttribute", "@a.b\ndef f(): pass", false},
        {"DefaultThatCalls", "def f(a=os.getpid()): pass", false},
        {"FormattedCall", "f'{exec(1)}'", false},
        {"FormattedSubscript", "f'{a[0]}'", false},
        {"CalleeRedefined", "hash = os.system\nhash('x')", false},
        {"PrefixRedefined", "_dflt_x = os.abort\n_dflt_x()", false},
        {"PrefixWithArguments", "_dflt_x('x')", false},
        {"Semicolon", "a = 1; b = 2", false},
        {"Comment", "a # b", false},
        {"TripleQuotes", "'''a'''", false},
        {"Unterminated", "'a", false},
        {"Await", "await a", false},
        {"Comprehension", "[print(x) for x in y]", false},
        {"CallAfterFormFeed", "print\f(1)", false},
        {"CallAfterCarriageReturn", "(print\r(1))", false},
        {"CallOnTheNextLine", "(print\n(1))", false},
        {"CallAfterEscapedBrace", "f'\\{print(1)}'", false},
        {"KeywordAfterNumber", "[hash(1) for a in b if 1if 1else 2]", false},
        {"CalleeBoundByLoop", "[hash(1) for hash in x]", false},
        {"CalleeBoundByLoopInACall", "hash(hash(1) for a, hash, b in x)", false},
        {"CalleeBoundByAssignmentExpression", "[(hash := print), hash(1)]", false},
        {"CalleeBoundWithOthers", "hash, a = x\nhash(1)", false},
        {"CalleeBoundByAnnotation", "hash: int = x\nhash(1)", false},
        {"CalleeBoundByAddition", "hash += x\nhash(1)", false},
        {"CalleeBoundByPattern", "match x:\n case hash:\n  hash(1)", false},
        {"CalleeBoundByDefault", "def f(hash=print):\n hash(1)", false},
        {"CalleeBoundByDefaultAround", "def f(a=(hash:=print)):\n pass\nhash(1)", false},
        {"CalleeBoundBySimilarDefault", "def f(hash=hash or print):\n hash(1)", false},
        {"CalleeBoundByLambda", "lambda hash=print: hash(1)", false},
        {"CalleeBoundByDefinition", "def hash(a): pass\nhash(1)", false},
        {"CalleeBoundAround", "hash = print,\ndef f():\n return hash(1)", false},
        {"PrefixBoundByLoop", "[_dflt_x() for _dflt_x in x]", false},
        {"DecoratorBound",
         "[_recursive_repr for _recursive_repr in x]\n@_recursive_repr\ndef f(): pass", false},
        {"OneCallWithOtherArguments", "type('A', (), {'__class_getitem__': print})[1]", false},
        {"TabsForColumns", "def f():\n\thash(1)", false},
        {"Backslash", "a \\\n(1)", false},
    }),
    [](const auto& test) { return test.param.name; });

class ArithmeticTest : public ::testing::TestWithParam<const char*> {};

TEST_P(ArithmeticTest, OnlyWhereItIsAllowed) {
  EXPECT_FALSE(IsInertSource(GetParam(), {}));
  EXPECT_TRUE(IsInertSource(GetParam(), {}, Arithmetic::kAllowed));
}

INSTANTIATE_TEST_SUITE_P(Texts, ArithmeticTest,
                         ::testing::Values("2*3", "2 ** 3", "a-b", "a - -b", "a+b", "a / b", "a//b",
                                           "7 % 4", "1<<2", "8>>1", "a & b", "a^b", "a @ b",
                                           "a[0]*2", "(a)*2", "'a'*2", "a +\tb"));

TEST(IsInertSourceTest, LambdaOnlyWhereItIsListed) {
  EXPECT_FALSE(IsInertSource("lambda: 1", {}));
  EXPECT_TRUE(IsInertSource("a[b]", {}));
}

struct EncodingCase {
  const char* name;
  const char* source;
  const char* encoding;
};
class DeclaredEncodingTest : public ::testing::TestWithParam<EncodingCase> {};

TEST_P(DeclaredEncodingTest, IsThatOfTheFirstTwoLines) {
  EXPECT_EQ(DeclaredEncoding(GetParam().source), GetParam().encoding);
}

INSTANTIATE_TEST_SUITE_P(Encodings, DeclaredEncodingTest,
                         ::testing::ValuesIn<EncodingCase>({
                             {"None", "import os\n", ""},
                             {"First", "# coding: latin-1\n", "latin-1"},
                             {"Emacs", "# -*- coding: utf-8 -*-\n", "utf-8"},
                             {"Vim", "# vim: set fileencoding=gbk :\n", "gbk"},
                             {"Second", "#!/usr/bin/python\n# coding=mine\n", "mine"},
                             {"SecondAfterBlank", "\n# coding: mine\n", "mine"},
                             {"AfterByteOrderMark", "\xef\xbb\xbf# coding: mine\n", "mine"},
                             {"Third", "#\n#\n# coding: mine\n", ""},
                             {"AfterCode", "x = 1\n# coding: mine\n", ""},
                             {"CarriageReturns", "#!x\r# coding: mine\r", "mine"},
                         }),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace hermetic
