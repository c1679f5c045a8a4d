"""The columns a published list may have, and every heading seen or known for each.

Data, not code: one line per column, aliases separated by spaces and written bare, that is
without spaces, brackets, units and punctuation. Sources: the lists named in docs/lists.md.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Column(StrEnum):
    """What a column holds. Where a field of the ledger fits, the name is the field's."""

    SERIAL = "serial"  # 序号
    NAME = "name"
    TRADING_NAME = "trading_name"
    FORMER_NAME = "former_name"
    CREDIT_CODE = "credit_code"
    REGION = "region"  # 北京市海淀区, 张家港市, 经济技术开发区: any depth, published words
    PROVINCE = "province"
    CITY = "city"
    REGION_CODE = "region_code"  # a hint: the published name decides
    STREET = "street"
    COMMUNITY = "community"
    ADDRESS = "address"
    LONGITUDE = "longitude"
    LATITUDE = "latitude"
    COORDINATE = "coordinate"  # both in one cell
    PRECISION = "precision"  # 匹配级别
    PHONE = "phone"
    PERSON = "person"  # 法定代表人, 负责人, 联系人: masked, never stored as read
    PERSON_PHONE = "person_phone"  # 负责人及联系电话: names masked, landlines kept
    FILED = "filed"  # 备案情况, 备案状态
    FILED_ON = "filed_on"
    FILING_NUMBER = "filing_number"
    AUTHORITY = "authority"
    NATURE = "nature"
    PROFIT = "profit"
    SETTING = "setting"
    KIND = "kind"  # 机构性质, 机构类型: may speak of nature, profit or setting
    FORMS = "forms"
    CLASSES = "classes"
    CLASS_INFANT = "class_count.infant"
    CLASS_JUNIOR = "class_count.junior"
    CLASS_SENIOR = "class_count.senior"
    CLASS_MIXED = "class_count.mixed"
    AGES = "ages"
    CAPACITY = "capacity"
    INCLUSIVE_PLACES = "inclusive_places"
    INCLUSIVE = "inclusive"  # 是否普惠
    INCLUSIVE_YEAR = "inclusive_year"  # 普惠年份
    ENROLLED = "enrolled"
    VACANCY = "vacancy"
    PRICE = "price"  # 收费标准: the cell says form, class and unit, or the heading does
    PRICE_FULL_DAY = "price.full_day"
    PRICE_HALF_DAY = "price.half_day"
    PRICE_HOURLY = "price.hourly"
    PRICE_TEMPORARY = "price.temporary"
    PRICE_INFANT = "price.full_day.infant"
    PRICE_JUNIOR = "price.full_day.junior"
    PRICE_SENIOR = "price.full_day.senior"
    PRICE_MIXED = "price.full_day.mixed"
    PRICE_MEALS = "price.meals"
    PRICE_LATE = "price.late"
    DEMONSTRATION = "demonstration"  # 示范级别: a level, or √
    STAR = "star"  # 星级
    GRADE = "grade"  # 等级
    STAGE = "stage"  # 申报状态, 评审结果
    VALID_FROM = "valid_from"  # 认定日期, 命名时间
    VALID_UNTIL = "valid_until"  # 有效期至
    VALIDITY = "validity"  # 有效期: a span or a length
    OPENED_ON = "opened_on"
    OPERATING = "operating"
    HOURS = "hours"
    PREPAY = "prepay"  # 是否承诺预收费不超过3个月
    FLOOR_AREA = "floor_area"
    OUTDOOR_AREA = "outdoor_area"
    FLOORS = "floors"
    STAFF = "staff.total"
    STAFF_CARE = "staff.care"
    STAFF_SECURITY = "staff.security"
    STAFF_HEALTH = "staff.health"
    AREA = "assessment_area"  # 评估维度
    ITEM = "assessment_item"  # 条款: one clause to a row
    RESULT_SELF = "result_self"  # 自评结果
    RESULT_AUTHORITY = "result_authority"  # 评估结果、是否达标
    UNMET = "unmet_items"  # 未达标项
    SCORE_SELF = "score_self"  # 自评得分
    SCORE_AUTHORITY = "score_authority"  # 他评、评估得分
    SCORE_FULL = "score_full"  # 满分、分值
    CREDIT_KIND = "credit_kind"
    CREDIT_TEXT = "credit_text"
    CREDIT_ON = "credit_on"
    CREDIT_OUTCOME = "credit_outcome"  # 整改情况, 处理结果
    CREDIT_REVOKED = "credit_revoked"  # 撤销情况, 信用修复
    CREDIT_REPLY = "credit_reply"  # 陈述申辩: what the nursery says
    ACCEPTANCE = "acceptance"  # 验收状态 of a pilot
    ACCEPTED_ON = "accepted_on"  # 验收日期
    DUE = "due"  # 验收期限
    POPULATION = "population"  # 常住人口, of a division
    CHILDREN = "children"  # 3岁以下婴幼儿数, of a division
    INCOME = "income"  # 居民人均可支配收入, of a division
    YEAR = "year"  # 年份, for which a row of figures speaks
    DESCRIPTION = "description"
    REMARK = "remark"


ALIASES: Final[dict[Column, str]] = {
    Column.SERIAL: "序号 编号 号",
    Column.NAME: (
        "机构名称 托育机构名称 机构注册登记名称 机构登记名称 登记名称 注册名称 名称 园名 机构 "
        "幼儿园名称 单位名称 托育机构 托育服务机构名称 托育园名称 机构全称 托育机构全称 企业名称 "
        "托育服务机构 园所 照护机构名称 中心名称 托育中心名称 园区名称 公司名称 学校名称 "
        "托育点名称 试点单位 试点单位名称 试点机构 试点机构名称 institution_name name"
    ),
    Column.TRADING_NAME: (
        "机构收托名称 收托名称 园所名称 对外名称 品牌名称 品牌 别名 其他名称 "
        "institution_other_name trading_name"
    ),
    Column.FORMER_NAME: "曾用名 曾用名称 原名称 原机构名称 更名前名称",
    Column.CREDIT_CODE: ("统一社会信用代码 社会信用代码 信用代码 统一信用代码 credit_code"),
    Column.REGION: (
        "地区 区县 行政区 行政区划 区域 所属区域 所在区 所属区 所在区县 所属区县 县市区 县区 "
        "区市县 所属县区 所在县区 县市区名称 市县区 区县名称 辖区 属地 市州 所属地区 "
        "所在地区 行政区域 地区名称 行政区名称 行政区划名称 市州名称 县市 zoning_name "
        "district region"
    ),
    Column.PROVINCE: "省份 省 province",
    Column.CITY: "城市 所在市 地市 设区市 所属市 city",
    Column.REGION_CODE: "区县代码 行政区划代码 区划代码 zoning_code adcode",
    Column.STREET: (
        "街道 街道名称 所属街道 所在街道 街镇 镇街 乡镇 乡镇街道 街道镇 街道乡镇 "
        "镇街道 所属街镇 所属乡镇 所在乡镇 所在街镇 镇 street"
    ),
    Column.COMMUNITY: "社区 社区名称 所属社区 所在社区",
    Column.ADDRESS: (
        "地址 详细地址 机构地址 所在地址 园所地址 机构住所 住所 经营地址 办托地址 托育地址 "
        "服务地址 实际地址 具体地址 注册地址 登记地址 详细住址 "
        "address"
    ),
    Column.LONGITUDE: "经度 lng lon longitude",
    Column.LATITUDE: "纬度 lat latitude",
    Column.COORDINATE: "坐标 经纬度",
    Column.PRECISION: "匹配级别 匹配精度 精度",
    Column.PHONE: (
        "电话 联系电话 咨询电话 机构电话 服务电话 招生电话 联系方式 固定电话 座机 办公电话 "
        "咨询热线 phone tel"
    ),
    Column.PERSON: (
        "法定代表人 法人 法人姓名 法人代表 负责人 机构负责人 园长 院长 校长 联系人 主要负责人 "
        "姓名 举办者姓名 法人证件号 证件号 身份证号 举办者 举办人 举办方 开办者 开办人 创办人 "
        "经营者 运营者 投资人 投资者 投资方 出资人 股东 业主 实际控制人 董事长 理事长 总经理 "
        "填报人 填表人 申报人 申请人 联络员 联络人 责任人 监管责任人 经办人 对接人 主任 安全员 "
        "保健医生 保健员 保育员 管理人员 包保干部 教师 "
        "legal_person contact linkman principal manager"
    ),
    Column.PERSON_PHONE: (
        "机构负责人及联系电话 负责人及联系电话 负责人及电话 联系人及电话 联系人及联系电话 "
        "联系人及联系方式 负责人电话 联系人电话 法人电话 手机 手机号 手机号码 "
        "联系手机 mobile cellphone"
    ),
    Column.FILED: "备案情况 备案状态 是否备案 机构备案情况 状态 filed",
    Column.FILED_ON: (
        "备案通过时间 通过备案日期 通过备案时间 备案日期 备案时间 finished_time filed_on"
    ),
    Column.FILING_NUMBER: "备案编号 备案号 备案回执编号",
    Column.AUTHORITY: "备案机关 备案部门 登记机关 登记部门 机构登记部门 主管部门",
    Column.NATURE: (
        "举办性质 举办类别 办学性质 举办类型 办托性质 举办主体 公办民办 举办者性质 "
        "举办者类型 nature"
    ),
    Column.PROFIT: "营利性质 是否营利 营利性",
    Column.SETTING: "办托类型 办托形式 场所类型 机构分类 单位承办 setting",
    Column.KIND: "机构性质 机构类型 托育类型 园所类型 类型 性质 类别 institution_type",
    Column.FORMS: (
        "服务形式 服务方式 服务类型 托育机构服务类型 收托方式 托育服务形式 收托形式 forms"
    ),
    Column.CLASSES: "班型 编班类型 班级类型 开设班型 班级设置 classes",
    Column.CLASS_INFANT: "乳儿班 乳儿班数 乳儿班个数",
    Column.CLASS_JUNIOR: "托小班 托小班数 托小班个数",
    Column.CLASS_SENIOR: "托大班 托大班数 托大班个数",
    Column.CLASS_MIXED: "混龄班 混龄班数 混合班 混龄班个数",
    Column.AGES: "招收年龄 收托年龄 招生年龄 收托月龄 服务对象年龄 年龄段 ages",
    Column.CAPACITY: (
        "托位数 托位 托位总数 核定托位 核定托位数 机构核定总托位数 总托位数 托育位 容量 托位数量 "
        "备案托位数 capacity"
    ),
    Column.INCLUSIVE_PLACES: (
        "普惠托位数 普惠托位 核定普惠托位数 普惠性托位数 普惠托位数量 补助普惠性托位数 "
        "普惠性托位 托位数普惠 托位普惠 inclusive_places"
    ),
    Column.INCLUSIVE: (
        "是否普惠 普惠 是否普惠性 普惠性 是否为普惠机构 是否普惠机构 是否普惠托育机构 "
        "是否普惠性托育机构 是否为普惠托育机构 是否为普惠性托育机构 普惠性质 普惠情况 inclusive"
    ),
    Column.INCLUSIVE_YEAR: (
        "普惠年份 市级普惠年份 普惠认定年份 省级普惠年份 区级普惠年份 县级普惠年份"
    ),
    Column.ENROLLED: "在托人数 在托数 实际收托 入托人数 3岁以下入托数 收托人数 在托婴幼儿数",
    Column.VACANCY: (
        "空余托位 剩余托位 托位剩余数 空余托位数 剩余托位数 空托位 空托位数 空位数 空余位 "
        "可收托数 vacancy"
    ),
    Column.PRICE: (
        "收费标准 收费 价格 月费 保育费 托育费 费用 收费情况 托育收费标准 保育教育费 price"
    ),
    Column.PRICE_FULL_DAY: (
        "全日托收费 全日托保育费 全日托 全日托价格 全日托收费标准 全日制收费 全托收费"
    ),
    Column.PRICE_HALF_DAY: "半日托收费 半日托保育费 半日托 半日托价格 半日托收费标准",
    Column.PRICE_HOURLY: "计时托收费 计时托保育费 计时托 计时托价格 计时托收费标准",
    Column.PRICE_TEMPORARY: "临时托收费 临时托保育费 临时托 临时托价格 临时托收费标准",
    Column.PRICE_INFANT: "乳儿班收费 乳儿班保育费 乳儿班价格 乳儿班收费标准",
    Column.PRICE_JUNIOR: "托小班收费 托小班保育费 托小班价格 托小班收费标准",
    Column.PRICE_SENIOR: "托大班收费 托大班保育费 托大班价格 托大班收费标准",
    Column.PRICE_MIXED: "混龄班收费 混龄班保育费 混龄班价格 混龄班收费标准 混合班收费",
    Column.PRICE_MEALS: "伙食费 餐费 膳食费 伙食费标准",
    Column.PRICE_LATE: "延时费 延时托费 晚托费 延时服务费",
    Column.DEMONSTRATION: "示范级别 示范等级 示范 是否示范 示范类型 示范情况 示范称号",
    Column.STAR: "星级 评定星级 星级评定 认定星级 星级等次 机构星级 托育机构星级",
    Column.GRADE: "等级 评定等级 评定结果 等级评定 评估等级 认定等级 机构等级 托育机构等级",
    Column.STAGE: "申报状态 评审结果 评审状态 阶段 认定状态 办理状态 示范状态",
    Column.VALID_FROM: "认定日期 认定时间 命名时间 命名日期 授予时间 评定时间 评定日期",
    Column.VALID_UNTIL: "有效期至 有效期截止 到期日期 有效截止日期 到期时间",
    Column.VALIDITY: "有效期 示范期 有效期限 示范有效期",
    Column.OPENED_ON: "成立日期 机构成立时间 成立时间 开办日期 开办时间 开园时间",
    Column.OPERATING: "营业状态 经营状态 运营状态 开业状态",
    Column.HOURS: "开放时间 营业时间 服务时间 收托时间 入离园时间",
    Column.PREPAY: "是否承诺预收费不超过3个月 预收费承诺 预收费",
    Column.FLOOR_AREA: "建筑面积 机构建筑总面积 建筑总面积 使用面积",
    Column.OUTDOOR_AREA: "室外活动面积 户外活动面积 自有户外活动场地面积 户外场地面积",
    Column.FLOORS: "楼层 所在楼层 婴幼儿生活用房所在楼层",
    Column.STAFF: "专职人员 从业人员 全职从业人员数 从业人员数 教职工数",
    Column.STAFF_CARE: "保育人员 保育人员数 保育师数 照护人员",
    Column.STAFF_SECURITY: "保安人员 保安人员数 保安",
    Column.STAFF_HEALTH: "卫生保健人员 保健人员 保健员数",
    Column.AREA: "评估维度 评估内容 评估指标 维度 一级指标 评估领域 指标类别",
    Column.ITEM: "条款 条款号 评估条款 标准条款 评估项目 评估条目 三级指标 指标编号",
    Column.RESULT_SELF: "自评结果 自评结论 自评情况 机构自评结果",
    Column.RESULT_AUTHORITY: (
        "评估结果 评估结论 他评结果 他评结论 监管评估结果 复评结果 专家评估结果 是否达标 达标情况"
    ),
    Column.UNMET: (
        "未达标项 未达标项目 未达标条款 不达标项 不达标项目 不达标条款 不符合项 不符合条款 "
        "自评未达标项 自评不达标项 评估未达标项 评估不达标项"
    ),
    Column.SCORE_SELF: "自评得分 自评分 机构自评 自评 机构自评得分 机构自评分",
    Column.SCORE_AUTHORITY: (
        "评估得分 他评得分 监管评估得分 专家评分 复评得分 得分 他评分 监管他评得分 专家组评分"
    ),
    Column.SCORE_FULL: "满分 分值 标准分",
    Column.CREDIT_KIND: "信用类别 处罚类别 信用类型",
    Column.CREDIT_TEXT: (
        "处罚内容 信用信息 处罚决定 处罚事由 失信行为 违法事实 违法行为 处罚情况 行政处罚 "
        "行政处罚内容 行政处罚情况"
    ),
    Column.CREDIT_ON: "处罚日期 处罚决定日期 认定失信日期 处罚时间",
    Column.CREDIT_OUTCOME: "整改情况 整改结果 处理结果 处罚结果 履行情况",
    Column.CREDIT_REVOKED: "撤销情况 撤销日期 处罚撤销情况 信用修复情况 信用修复 复议结果",
    Column.CREDIT_REPLY: "陈述申辩 申辩意见 机构申辩 申辩情况 陈述申辩意见 机构说明 机构回应",
    Column.ACCEPTANCE: "验收状态 验收情况 验收结果 验收结论 是否验收 是否通过验收",
    Column.ACCEPTED_ON: "验收日期 验收时间 通过验收日期 通过验收时间 验收通过日期 验收通过时间",
    Column.DUE: "验收期限 验收截止日期 验收截止时间 应验收日期 计划验收日期 计划验收时间 验收时限",
    Column.POPULATION: "常住人口 常住人口数 常住人口总数 年末常住人口 常住总人口 population",
    Column.CHILDREN: (
        "3岁以下婴幼儿数 3岁以下婴幼儿人数 3岁以下婴幼儿 3岁以下人口 3岁以下人口数 3岁以下儿童数 "
        "三岁以下婴幼儿数 三岁以下婴幼儿人数 三岁以下人口 0-3岁婴幼儿数 0-3岁婴幼儿人数 0-3岁人口 "
        "0-3岁人口数 0-2岁人口 children"
    ),
    Column.INCOME: (
        "居民人均可支配收入 全体居民人均可支配收入 全市居民人均可支配收入 全省居民人均可支配收入 "
        "人均可支配收入 income"
    ),
    Column.YEAR: "年份 年度 统计年份 统计年度 数据年份 year",
    Column.DESCRIPTION: "机构介绍 简介 机构简介 园所特色 服务特色",
    Column.REMARK: "备注 说明",
}

NAMES: Final = frozenset({Column.NAME, Column.TRADING_NAME})
"""A table that has none of these is no list of nurseries."""

MEASURES: Final = (Column.POPULATION, Column.CHILDREN, Column.INCOME)
"""What a table tells of divisions."""

DIVISIONS: Final = frozenset({Column.PROVINCE, Column.CITY, Column.REGION, Column.REGION_CODE})
"""A table of figures has one of these, and a measure."""

_WHOLE_COLUMNS: Final = (*MEASURES, Column.YEAR, Column.ACCEPTANCE, Column.ACCEPTED_ON, Column.DUE)

WHOLE_ONLY: Final = frozenset(
    {"名称", "状态", "等级", "星级", "自评"}.union(
        *(ALIASES[column].split() for column in _WHOLE_COLUMNS)
    )
)
"""Aliases that mean their column alone and anything at all as a part: 登记状态, 信用等级,
城镇居民人均可支配收入, 消防验收情况."""
