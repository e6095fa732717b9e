// Edge lists as people write them, with every mistake told by its line, and files that are no list left at once.
#include "experiment/edge_list.hpp"

#include <filesystem>
#include <string>

#include "catch.hpp"
#include "configuration_sample.hpp"

using namespace leeway;
namespace fs = std::filesystem;

namespace {

/// A folder with one file, and what reading it for ten citizens says.
class Listed {
  public:
    explicit Listed(std::string_view text, std::uint32_t citizens = 10)
        : file_(folder_.write("edges.csv", text)), network_(read_edge_list(file_, citizens, problems_)) {}

    const std::shared_ptr<const Network>& network() const { return network_; }
    const Problems& problems() const { return problems_; }

    /// Whether the one problem stands at this place and says this.
    bool says(int line, int column, const std::string& words) const {
        UNSCOPED_INFO(text(problems_));
        return !network_ && problems_.size() == 1 && problems_[0].line == line && problems_[0].column == column &&
               problems_[0].file.ends_with("edges.csv") && problems_[0].message.find(words) != std::string::npos;
    }

  private:
    sample::Folder folder_;
    fs::path file_;
    Problems problems_;
    std::shared_ptr<const Network> network_;
};

/// Makes a file of a terabyte that begins with this text and goes on with zeros, none of which takes place on the disk.
fs::path terabyte(const sample::Folder& folder, const std::string& text) {
    const fs::path file = folder.write("edges.csv", text);
    fs::resize_file(file, 1'000'000'000'000);
    return file;
}

CitizenGroup ten_citizens() {
    CitizenGroup citizens;
    citizens.count = 10;
    citizens.network = NetworkKind::edge_list;
    citizens.edges = "edges.csv";
    return citizens;
}

}  // namespace

TEST_CASE("an edge list is read with and without a header, in either order, with blanks and both ends of line") {
    for (const char* text : {"0,1\n1,9\n", "from,to\n0,1\n9,1\n", "\"a\", \"b\"\r\n 1 , 0\r\n9,1",
                             "\xEF\xBB\xBF"
                             "1,0\n1,9\n"}) {
        const Listed list(text);
        INFO(text << leeway::text(list.problems()));
        REQUIRE(list.network());
        CHECK(num_edges(list.network()->graph) == 4);
        const auto known = neighbours(*list.network(), 1);
        CHECK(std::vector<std::uint32_t>(known.begin(), known.end()) == std::vector<std::uint32_t>{0, 9});
        CHECK(list.network()->largest_degree == 2);
    }
}

TEST_CASE("every mistake in an edge list is told with its line and column") {
    CHECK(Listed("0,1\n2,2\n").says(2, 1, "citizen 2 is tied to itself"));
    CHECK(Listed("a,b\n0,1\n3,4\n0,1\n").says(4, 1, "the tie of 0 and 1 stands in line 2 already"));
    CHECK(Listed("0,1\n3,4\n1,0\n").says(3, 1, "the tie of 1 and 0 stands in line 1 already"));
    CHECK(Listed("0,1\n2,10\n").says(2, 3, "there is no citizen 10"));
    CHECK(Listed("0,1\n99999999999999999999999,2\n").says(2, 1, "there is no citizen 99999999999999999999999"));
    CHECK(Listed("0,1\nx,y\n").says(2, 1, "\"x\" is no number of a citizen"));
    CHECK(Listed("0,1\n2, 3b\n").says(2, 4, "\"3b\" is no number"));
    CHECK(Listed("0,1\n-2,3\n").says(2, 1, "\"-2\" is no number"));
    CHECK(Listed("0,1\n2,1e30\n").says(2, 3, "\"1e30\" is no number"));
    CHECK(Listed("0,1\n2,3.0\n").says(2, 3, "\"3.0\" is no number"));
    CHECK(Listed("0,1\n2,\n").says(2, 3, "\"\" is no number"));
    CHECK(Listed("0,1\n2\n").says(2, 1, "two numbers of citizens with a comma between"));
    CHECK(Listed("0,1\n2,3,0.5\n").says(2, 1, "two numbers of citizens with a comma between"));
    CHECK(Listed("0;1\n").says(1, 1, "two numbers of citizens with a comma between"));
    CHECK(Listed("0,1\n\n2,3\n").says(2, 1, "two numbers of citizens with a comma between"));
    CHECK(Listed(std::string_view("0,1\n\0,3\n", 8)).says(2, 1, "is no number"));
    CHECK(Listed("").says(0, 0, "holds no tie"));
    CHECK(Listed("from,to\n").says(0, 0, "holds no tie"));
    CHECK(Listed("0,1\n" + std::string(300, '7') + "\n2,3\n").says(2, 1, "more than 256 characters"));
}

TEST_CASE("all mistakes are told, up to 50") {
    const Listed few("0,1\n2,2\nx,1\n3,3\n");
    CHECK(few.problems().size() == 3);
    std::string text;
    for (int line = 0; line < 1000; ++line) text += "5,5\n";
    const Listed many(text);
    CHECK(many.problems().size() == 50);
    CHECK(many.problems().back().line == 50);
    CHECK(many.problems().back().message.find("the rest of the file was not read") != std::string::npos);
    text.clear();
    for (int tie = 0; tie < 90; ++tie) text += std::to_string(tie) + ",99\n" + std::to_string(tie) + ",99\n";
    CHECK(Listed(text, 100).problems().size() == 50);
}

// These would take hours if the files were read to their end.
TEST_CASE("a huge file of rubbish is left at once") {
    const sample::Folder folder;
    Problems of_zeros, of_repetitions;
    CHECK(!read_edge_list(terabyte(folder, "0,1\n"), 10, of_zeros));
    REQUIRE(of_zeros.size() == 1);
    CHECK(of_zeros[0].line == 2);
    CHECK(of_zeros[0].message.find("more than 256 characters") != std::string::npos);
    std::string text;
    for (int line = 0; line < 1'100'000; ++line) text += "0,1\n";
    CHECK(!read_edge_list(terabyte(folder, text), 10, of_repetitions));
    REQUIRE(of_repetitions.size() == 50);
    CHECK(of_repetitions[0].message.find("stands in line 1 already") != std::string::npos);
}

TEST_CASE("a file with more ties than memory holds is refused early") {
    const sample::Folder folder;
    std::string text;
    for (int tie = 1; tie < 1'100'000; ++tie) text += "0," + std::to_string(tie) + "\n";
    Problems problems;
    CHECK(!read_edge_list(terabyte(folder, text), 10'000'000, problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message.find("more than is free here") != std::string::npos);
}

TEST_CASE("the file is found beside the scenario's, and its hash kept") {
    const sample::Folder folder;
    folder.write("scenarios/tiny/edges.csv", "0,1\n1,2\n");
    const fs::path world = folder.path() / "scenarios/tiny/world.toml";
    CitizenGroup citizens = ten_citizens();
    Problems problems;
    read_edges(citizens, world, {}, problems);
    CHECK(problems.empty());
    REQUIRE(citizens.listed);
    CHECK(citizens.edges_hash.size() == 64);
    CitizenGroup again = ten_citizens();
    again.edges_hash = citizens.edges_hash;
    folder.write("scenarios/tiny/edges.csv", "a,b\n2,1\n1,0\n");
    read_edges(again, world, {}, problems);
    CHECK(problems.empty());
    folder.write("scenarios/tiny/edges.csv", "0,1\n1,3\n");
    read_edges(again, world, {}, problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].key == "citizens.edges_hash");
}

TEST_CASE("a missing file and a folder are told where the scenario names them") {
    const sample::Folder folder;
    const fs::path world = folder.path() / "scenarios/tiny/world.toml";
    Places places;
    places["citizens.edges"] = {"world.toml", 7, 9, ""};
    CitizenGroup citizens = ten_citizens();
    Problems problems;
    read_edges(citizens, world, places, problems);
    citizens.edges = "designs";
    read_edges(citizens, world, places, problems);
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].line == 7);
    CHECK(problems[0].message.find("there is no file") != std::string::npos);
    CHECK(problems[1].message.find("is not a file") != std::string::npos);
}

TEST_CASE("an experiment runs on an edge list, which its configuration knows by its hash") {
    const sample::Folder folder;
    const std::string listed = "network = \"edge-list\"\nedges = \"edges.csv\"\ncount = 500";
    folder.write("scenarios/tiny/world.toml", sample::replaced(sample::tiny_world(), "count = 500", listed));
    folder.write("e.toml", sample::tiny_experiment());
    const auto missing = folder.leeway("check e.toml");
    CHECK(missing.code == 2);
    CHECK(missing.messages.find("world.toml:7:9: error: citizens.edges: there is no file") != std::string::npos);
    folder.write("scenarios/tiny/edges.csv", "0,1\n1,500\n");
    CHECK(folder.leeway("check e.toml").messages.find("edges.csv:2:3: error: there is no citizen 500") !=
          std::string::npos);
    folder.write("scenarios/tiny/edges.csv", "0,1\n1,499\n");
    const auto good = folder.leeway("run e.toml --progress none");
    INFO(good.messages);
    CHECK(good.code == 0);
    CHECK(folder.leeway("describe --network tiny").output.find("ties           2\n") != std::string::npos);
}
